import { CARD_LOCK_MS, CARD_SHORT_WAIT_MS, CARD_WAIT_MS, type CardPicture } from '@/domain/shop/paper-card'
import { type ApiClient, signIn } from '../../support/api-client'
import { choosePictures, makeTestCard, openHelpedShop } from '../../support/stories/helped-shop'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, stepOrder } from '../../support/test-shop'

const env = environmentPerTest()

const WRONG: CardPicture[] = ['fish', 'sun', 'key', 'fish']

const redeem = (client: ApiClient, code: string) => client.call('POST /api/paper-cards/redeem', { code })
const codeOf = async (reply: ReturnType<ApiClient['call']>) => (await reply).json<{ code: string }>().code
const readState = async (client: ApiClient, code: string) =>
  (await client.call('POST /api/paper-cards/read', { code })).json<{ state: string; until?: number }>()
const todayOf = async ({ owner, shopId }: OpenedShop) =>
  (await owner.call(`GET /api/shops/${shopId}/today`)).json<{ paperCard?: object }>()

describe('a paper card', () => {
  it('is made once for each id', async () => {
    const { owner, shopId } = await openShop(env)
    const route = `PUT /api/shops/${shopId}/paper-cards/${newId()}`
    const pictures = ['sun', 'sun', 'moon', 'hen']
    const first = (await owner.call(route, { pictures })).json()
    expect((await owner.call(route, { pictures })).json()).toEqual(first)
    expect(await codeOf(owner.call(route, { pictures: ['sun', 'moon', 'sun', 'hen'] }))).toBe(
      'idempotency-conflict',
    )
    await makeTestCard(owner, shopId)
    expect(await codeOf(owner.call(route, { pictures }))).toBe('card-used')
  })

  it('brings the shop to a phone that chose the pictures, after the wait and with a new key', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    const phone = await signIn(env.app)
    expect(await readState(phone, code)).toMatchObject({ shopName: '核桃小店', state: 'ready' })
    const due = env.deps.clock() + CARD_WAIT_MS
    expect((await choosePictures(phone, code)).json()).toMatchObject({ state: 'waiting', until: due })
    env.advance(CARD_WAIT_MS - 1)
    expect(await codeOf(redeem(phone, code))).toBe('not-allowed-now')
    env.advance(1)
    expect((await readState(phone, code)).state).toBe('due')
    const passed = await redeem(phone, code)
    expect(passed.json()).toMatchObject({ shopId: shop.shopId, slug: shop.slug })
    expect(passed.json().key).not.toBe(shop.key)
    expect((await redeem(phone, code)).json()).toEqual(passed.json())
    expect((await phone.call(`GET /api/shops/${shop.shopId}/today`)).statusCode).toBe(200)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).statusCode).toBe(200)
    expect(await codeOf(choosePictures(await signIn(env.app), code))).toBe('card-used')
  })

  it('shows a request on the today page of the owner, who can end it', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    expect(await todayOf(shop)).not.toHaveProperty('paperCard')
    const thief = await signIn(env.app)
    await choosePictures(thief, code)
    expect((await todayOf(shop)).paperCard).toEqual({ dueAt: env.deps.clock() + CARD_WAIT_MS })
    const veto = `DELETE /api/shops/${shop.shopId}/paper-card`
    expect((await thief.call(veto)).statusCode).toBe(404)
    expect((await shop.owner.call(veto)).json()).toEqual({ ended: true })
    expect((await shop.owner.call(veto)).json()).toEqual({ ended: false })
    env.advance(CARD_WAIT_MS)
    expect(await codeOf(redeem(thief, code))).toBe('card-used')
    expect(await todayOf(shop)).not.toHaveProperty('paperCard')
  })

  it('waits ten minutes when the phone that owned the shop was not used for thirty days', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    env.advance(31 * 86_400_000)
    const phone = await signIn(env.app)
    const { until } = (await choosePictures(phone, code)).json()
    expect(until).toBe(env.deps.clock() + CARD_SHORT_WAIT_MS)
  })

  it('ends the help for its shop, which then accepts orders', async () => {
    const shop = await openHelpedShop(env)
    const code = await makeTestCard(shop.helper, shop.shopId)
    const phone = await signIn(env.app)
    const { until } = (await choosePictures(phone, code)).json()
    expect(until).toBe(env.deps.clock() + CARD_SHORT_WAIT_MS)
    env.advance(CARD_SHORT_WAIT_MS)
    expect((await redeem(phone, code)).statusCode).toBe(200)
    expect((await shop.helper.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    await placeTestOrder({ ...shop, owner: phone, key: '' }, await signIn(env.app))
  })

  it('remains valid when the helper ends the help', async () => {
    const shop = await openHelpedShop(env)
    const code = await makeTestCard(shop.helper, shop.shopId)
    await shop.helper.call(`DELETE /api/centres/621221110/helps/${shop.helpId}`)
    const phone = await signIn(env.app)
    await choosePictures(phone, code)
    env.advance(CARD_SHORT_WAIT_MS)
    expect((await redeem(phone, code)).statusCode).toBe(200)
  })

  it('is locked for a day after five wrong choices, which the owner sees on the today page', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    const guesser = await signIn(env.app)
    for (let left = 4; left > 0; left--) {
      const answer = await choosePictures(guesser, code, WRONG)
      expect(answer.json()).toMatchObject({ status: 403, code: 'card-wrong', current: { tries: left } })
    }
    const until = env.deps.clock() + CARD_LOCK_MS
    const locked = await choosePictures(guesser, code, WRONG)
    expect(locked.json()).toMatchObject({ code: 'card-locked', current: { until } })
    // also for the right pictures, on every phone
    expect(await codeOf(choosePictures(await signIn(env.app), code))).toBe('card-locked')
    expect(await readState(guesser, code)).toMatchObject({ state: 'locked', until })
    expect((await todayOf(shop)).paperCard).toEqual({ lockedUntil: until })
    env.advance(CARD_LOCK_MS)
    expect((await choosePictures(guesser, code)).statusCode).toBe(200)
    expect(await todayOf(shop)).toMatchObject({ paperCard: { dueAt: expect.any(Number) } })
  })

  it('counts wrong choices that arrive at once', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    const guessers = await Promise.all(Array.from({ length: 8 }, () => signIn(env.app)))
    const codes = await Promise.all(guessers.map((client) => codeOf(choosePictures(client, code, WRONG))))
    expect(codes.filter((answer) => answer === 'card-wrong')).toHaveLength(4)
    expect(codes.filter((answer) => answer === 'card-locked')).toHaveLength(4)
  })

  it('brings the shop only to the phone that chose last', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    const [first, second] = [await signIn(env.app), await signIn(env.app)]
    await choosePictures(first, code)
    env.advance(1000)
    // repeating it does not begin the wait again
    expect((await choosePictures(first, code)).json().until).toBe(env.deps.clock() - 1000 + CARD_WAIT_MS)
    await choosePictures(second, code)
    env.advance(CARD_WAIT_MS)
    expect(await codeOf(redeem(first, code))).toBe('not-allowed-now')
    expect((await redeem(second, code)).statusCode).toBe(200)
  })

  it('is refused for an invented code, and for a phone that has the shop', async () => {
    const shop = await openShop(env)
    const code = await makeTestCard(shop.owner, shop.shopId)
    expect(await codeOf(choosePictures(shop.owner, code))).toBe('not-allowed-now')
    expect(await codeOf(choosePictures(shop.owner, 'A'.repeat(20)))).toBe('card-used')
  })

  it('lets the only owner leave a shop that it can restore, but not while an order is open', async () => {
    const shop = await openShop(env)
    const leave = `DELETE /api/shops/${shop.shopId}/owners/me`
    expect(await codeOf(shop.owner.call(leave))).toBe('not-allowed-now')
    const code = await makeTestCard(shop.owner, shop.shopId)
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer)
    expect(await codeOf(shop.owner.call(leave))).toBe('not-allowed-now')
    await stepOrder(shop, buyer, id, 'cancel')
    expect((await shop.owner.call(leave)).json()).toEqual({ ended: true })
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect(await codeOf(buyer.call('POST /api/sessions', { provider: 'key', key: shop.key }))).toBe(
      'key-used',
    )
    const order = buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(await codeOf(order)).toBe('shop-closed')
    const phone = await signIn(env.app)
    await choosePictures(phone, code)
    env.advance(CARD_SHORT_WAIT_MS)
    expect((await redeem(phone, code)).json().key).toBeDefined()
    await placeTestOrder({ ...shop, owner: phone }, buyer)
  })

  it('has neither its code nor its pictures stored in plain text', async () => {
    const { owner, shopId } = await openShop(env)
    const code = await makeTestCard(owner, shopId)
    const rows = JSON.stringify(await env.deps.db.query.selectFrom('paper_card').selectAll().execute())
    for (const text of [code, 'fish', 'sun']) expect(rows).not.toContain(text)
  })
})
