import { MAX_OPEN_HELPS } from '@/domain/shop/help'
import { type ApiClient, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { makeTestCard, openHelpedShop, recordTestConsent, takeOver } from '../../support/stories/helped-shop'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, orderFor, productDraft } from '../../support/test-shop'

const DAY_MS = 86_400_000

const env = environmentPerTest()

const statusOf = async (client: ApiClient, route: string, body?: object) =>
  (await client.call(route, body)).statusCode

interface Step {
  action: string
  helper: string
  centre: { code: string; name: string }
  about?: string
  isDone: boolean
}

async function stepsOf(owner: ApiClient, shopId: string): Promise<Step[]> {
  return (await owner.call(`GET /api/shops/${shopId}/help-steps`)).json<{ items: Step[] }>().items.reverse()
}

/** Creates the recurring job, without the others. */
async function startSweep() {
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'sweep-helps').execute()
}

async function daysPass(days: number) {
  for (let half = 0; half < days * 2; half++) await env.runAfter(DAY_MS / 2)
}

describe('recording consent', () => {
  it('answers the same when it is repeated', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const route = `PUT /api/centres/${TOWN}/helps/${newId()}`
    const body = { shopId: newId(), consent: 'tapped', person: '收货人' }
    const first = await helper.call(route, body)
    expect(first.json()).toMatchObject({ helper: '培训员', centre: { code: TOWN }, purposes: ['open'] })
    expect((await helper.call(route, body)).json()).toEqual(first.json())
    expect((await helper.call(route, { ...body, shopId: newId() })).json().code).toBe('idempotency-conflict')
  })

  it('refuses the id of a shop that exists', async () => {
    const { shopId } = await openShop(env)
    const helper = await signInStaff(env, TOWN, 'trainer')
    const route = `PUT /api/centres/${TOWN}/helps/${newId()}`
    expect((await helper.call(route, { shopId, consent: 'spoken' })).json().code).toBe('idempotency-conflict')
  })

  it('refuses people who have no role in the centre', async () => {
    const stranger = await signIn(env.app)
    const route = `PUT /api/centres/${TOWN}/helps/${newId()}`
    expect(await statusOf(stranger, route, { shopId: newId(), consent: 'spoken' })).toBe(404)
  })

  it('does not allow another shop, another helper, or an opening after a day', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const { helpId, shopId } = await recordTestConsent(helper)
    const request = { trade: 'nuts', products: [{ id: newId(), ...productDraft() }], help: helpId }
    expect((await helper.call(`PUT /api/shops/${newId()}`, request)).json().code).toBe('help-over')
    const other = await signInStaff(env, TOWN, 'trainer')
    expect((await other.call(`PUT /api/shops/${shopId}`, request)).json().code).toBe('help-over')
    env.advance(DAY_MS + 1)
    expect((await helper.call(`PUT /api/shops/${shopId}`, request)).json().code).toBe('help-over')
  })

  it('ends an earlier consent of the same helper for the shop', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const { helpId: first, shopId } = await recordTestConsent(helper)
    const { helpId: second } = await recordTestConsent(helper, shopId)
    const request = { trade: 'nuts', products: [{ id: newId(), ...productDraft() }] }
    const open = (help: string) => helper.call(`PUT /api/shops/${shopId}`, { ...request, help })
    expect((await open(first)).json().code).toBe('help-over')
    expect((await open(second)).statusCode).toBe(200)
  })

  it('allows twenty shops that wait for their owner', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const shop = await openHelpedShop(env, helper)
    for (let i = 1; i < MAX_OPEN_HELPS; i++) await recordTestConsent(helper)
    const route = `PUT /api/centres/${TOWN}/helps/${newId()}`
    const body = { shopId: newId(), consent: 'spoken' }
    expect((await helper.call(route, body)).json().code).toBe('help-quota')
    await takeOver(env, shop)
    expect(await statusOf(helper, route, body)).toBe(200)
  })
})

describe('a shop opened by a helper', () => {
  it('gives the helper neither a key nor an entry in the helper’s shop list', async () => {
    const { helper, shopId, request, slug } = await openHelpedShop(env)
    const again = await helper.call(`PUT /api/shops/${shopId}`, request)
    expect(again.json()).toMatchObject({ id: shopId, slug })
    expect(again.json()).not.toHaveProperty('key')
    expect((await helper.call('GET /api/me/shops')).json().items).toEqual([])
    const rows = await env.deps.db.query.selectFrom('shop_key').selectAll().execute()
    expect(rows).toEqual([])
  })

  it('does not count towards the shop quota of the helper', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    for (let i = 0; i < 6; i++) await openHelpedShop(env, helper)
    await openShop(env, { owner: helper })
  })

  it('can be managed by the helper, except for orders, money, keys, exports and owners', async () => {
    const { helper, shopId, productId, skuId } = await openHelpedShop(env)
    const managed = await helper.call(`GET /api/shops/${shopId}`)
    expect(managed.json()).toMatchObject({ shop: { isWaiting: true }, help: { purposes: ['open'] } })
    const { name, fulfilments, payments, freight, version } = managed.json().shop
    const settings = { version, name, fulfilments, payments, freight, notice: '明天有货' }
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/settings`, settings)).toBe(200)
    const product = { version: 1, ...productDraft(skuId), onSale: false }
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/products/${productId}`, product)).toBe(200)
    expect(await statusOf(helper, `GET /api/shops/${shopId}/products/${productId}`)).toBe(200)
    const others = ['orders', 'today', 'money/2026-11', 'payment-rights', 'help-steps', 'helps']
    for (const name of others)
      expect([name, await statusOf(helper, `GET /api/shops/${shopId}/${name}`)]).toEqual([name, 404])
    expect(await statusOf(helper, `POST /api/shops/${shopId}/key`, { id: newId() })).toBe(404)
    expect(await statusOf(helper, `POST /api/shops/${shopId}/exports`, { id: newId() })).toBe(404)
    expect(await statusOf(helper, `DELETE /api/shops/${shopId}/other-owners`)).toBe(404)
  })

  it('accepts no orders until it is taken over', async () => {
    const shop = await openHelpedShop(env)
    const buyer = await signIn(env.app)
    const storefront = () => buyer.call(`GET /api/storefronts/${shop.slug}`)
    const order = () =>
      buyer.call(
        `PUT /api/shops/${shop.shopId}/orders/${newId()}`,
        orderFor({ ...shop, owner: buyer, key: '' }),
      )
    expect((await storefront()).json().shop.isWaiting).toBe(true)
    expect((await order()).json().code).toBe('shop-closed')
    await takeOver(env, shop)
    expect((await storefront()).json().shop).not.toHaveProperty('isWaiting')
    expect((await order()).statusCode).toBe(200)
  })

  it('can also be managed by the keeper of the centre, but not by other or former trainers', async () => {
    const { helper, shopId } = await openHelpedShop(env)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const trainer = await signInStaff(env, TOWN, 'trainer')
    const get = `GET /api/shops/${shopId}`
    expect([await statusOf(keeper, get), await statusOf(trainer, get)]).toEqual([200, 404])
    await env.deps.db.query.deleteFrom('staff').where('account_id', '=', helper.accountId).execute()
    expect(await statusOf(helper, get)).toBe(404)
    expect(await statusOf(keeper, `PUT /api/shops/${shopId}/handovers/${newId()}`)).toBe(200)
  })

  it('is removed when it is not taken over within thirty days, unless it has a paper card', async () => {
    const { helper, shopId, slug } = await openHelpedShop(env)
    const kept = await openHelpedShop(env, helper)
    await makeTestCard(helper, kept.shopId)
    const consent = await recordTestConsent(helper)
    await startSweep()
    await daysPass(29)
    expect(await statusOf(helper, `GET /api/storefronts/${slug}`)).toBe(200)
    await daysPass(2)
    expect(await statusOf(helper, `GET /api/storefronts/${slug}`)).toBe(404)
    expect(await statusOf(helper, `GET /api/storefronts/${kept.slug}`)).toBe(200)
    const rows = await env.deps.db.query.selectFrom('help').select('shop_id').execute()
    const shopIds = rows.map(({ shop_id }) => shop_id)
    for (const gone of [shopId, consent.shopId]) expect(shopIds).not.toContain(gone)
    expect(shopIds).toContain(kept.shopId)
  })

  it('ends earlier consents for its id and is not removed with them', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const { shopId } = await recordTestConsent(helper)
    await recordTestConsent(await signInStaff(env, TOWN, 'trainer'), shopId)
    const { helpId } = await recordTestConsent(helper, shopId)
    const request = { trade: 'nuts', products: [{ id: newId(), ...productDraft() }], help: helpId }
    expect(await statusOf(helper, `PUT /api/shops/${shopId}`, request)).toBe(200)
    const open = await env.deps.db.query
      .selectFrom('help')
      .select('id')
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([{ id: helpId }])
    await startSweep()
    await daysPass(2)
    expect(await statusOf(helper, `GET /api/shops/${shopId}`)).toBe(200)
  })

  it('is not removed by an expired help record while another one lasts', async () => {
    const { helper, shopId, helpId, slug } = await openHelpedShop(env)
    const { query } = env.deps.db
    const row = await query.selectFrom('help').selectAll().where('id', '=', helpId).executeTakeFirstOrThrow()
    const [expiredId, now] = [newId(), env.deps.clock()]
    await query
      .insertInto('help')
      .values({ ...row, id: expiredId, expires_at: now + DAY_MS })
      .execute()
    await startSweep()
    await daysPass(2)
    expect(await statusOf(helper, `GET /api/shops/${shopId}`)).toBe(200)
    const expired = await query
      .selectFrom('help')
      .select('ended_at')
      .where('id', '=', expiredId)
      .executeTakeFirstOrThrow()
    expect(expired.ended_at).not.toBeNull()
    await daysPass(29)
    expect(await statusOf(helper, `GET /api/storefronts/${slug}`)).toBe(404)
  })

  it('is removed at once when its helper, but not another trainer, ends the help', async () => {
    const { helper, helpId, slug } = await openHelpedShop(env)
    const other = await signInStaff(env, TOWN, 'trainer')
    expect(await statusOf(other, `DELETE /api/centres/${TOWN}/helps/${helpId}`)).toBe(404)
    expect((await helper.call(`DELETE /api/centres/${TOWN}/helps/${helpId}`)).json()).toEqual({ ended: true })
    expect(await statusOf(helper, `GET /api/storefronts/${slug}`)).toBe(404)
  })
})

describe('help log of a shop', () => {
  it('lists each step with its helper, without repeated and refused requests', async () => {
    const shop = await openHelpedShop(env)
    const { helper, shopId, productId, skuId } = shop
    const product = { version: 1, ...productDraft(skuId), name: '新核桃' }
    const route = `PUT /api/shops/${shopId}/products/${productId}`
    expect(await statusOf(helper, route, product)).toBe(200)
    // a retry is the same step
    expect(await statusOf(helper, route, product)).toBe(200)
    expect(await statusOf(helper, route, { ...product, unit: '两' })).toBe(409)
    const move = { id: newId(), delta: 2 }
    expect(await statusOf(helper, `POST /api/shops/${shopId}/skus/${skuId}/stock`, move)).toBe(200)
    const villager = await takeOver(env, shop)
    const steps = await stepsOf(villager, shopId)
    expect(steps.map(({ action, about, isDone }) => [action, about, isDone]).sort()).toEqual(
      [
        ['consent-spoken', undefined, true],
        ['open-shop', undefined, true],
        ['save-product', '核桃', true],
        ['move-stock', '新核桃', true],
        ['offer-shop', undefined, true],
      ].sort(),
    )
    for (const { helper: name, centre } of steps)
      expect([name, centre.code, centre.name]).toEqual(['培训员', TOWN, '沙坝镇'])
  })

  it('keeps the entry of a step that failed with 500, marked as not done', async () => {
    const shop = await openHelpedShop(env)
    const { helper, shopId, productId, skuId } = shop
    const { db } = env.deps
    const withTx = jest.spyOn(db, 'withTx')
    const begin = withTx.getMockImplementation() ?? db.withTx
    let calls = 0
    withTx.mockImplementation((...given) => {
      calls += 1
      if (calls === 2) throw new Error('the server stops here')
      return begin.apply(db, given) as never
    })
    const product = { version: 1, ...productDraft(skuId) }
    expect(await statusOf(helper, `PUT /api/shops/${shopId}/products/${productId}`, product)).toBe(500)
    withTx.mockRestore()
    const villager = await takeOver(env, shop)
    const step = (await stepsOf(villager, shopId)).find(({ action }) => action === 'save-product')
    expect(step?.isDone).toBe(false)
  })
})
