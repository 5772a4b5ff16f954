import { toJobRow } from '../../../../server/jobs/jobs'
import { textId } from '../../../../server/modules/content/store'
import { signIn } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)

const waiting = async (operator: Awaited<ReturnType<typeof signIn>>) =>
  (await operator.call('GET /api/operator')).json().waiting

describe('what waits for an operator', () => {
  it('is a doubtful text with its reason and place, until it is passed or hidden', async () => {
    const operator = await signInOperator(env)
    const other = await openShop(env, { request: { name: '象牙芒果园' } })
    await checkWritten(env)
    expect(await waiting(operator)).toMatchObject({ contents: 1 })
    const { items } = (await operator.call('GET /api/operator/contents')).json()
    const id = textId('象牙芒果园')
    expect(items).toEqual([
      {
        ...{ id, kind: 'text', why: 'doubtful', reason: 'crime', text: '象牙芒果园', appeals: [] },
        ...{ since: expect.any(Number), uses: [{ slug: other.slug, place: 'shop-name' }] },
      },
    ])
    const decide = (verdict: string, contentId = id) =>
      operator.call(`PUT /api/operator/contents/${contentId}`, { verdict })
    expect((await decide('risky')).json()).toEqual({ verdict: 'risky' })
    expect(await waiting(operator)).toMatchObject({ contents: 0 })
    expect((await decide('pass')).statusCode).toBe(200)
    expect((await decide('pass', textId('没有'))).json().code).toBe('not-found')
  })

  it('is a text of many shops, which is hidden only when it is meant everywhere', async () => {
    const operator = await signInOperator(env)
    for (let i = 0; i < 6; i++) await openShop(env, { request: { name: '山货店' } })
    await checkWritten(env)
    const hide = (more: object) =>
      operator.call(`PUT /api/operator/contents/${textId('山货店')}`, { verdict: 'risky', ...more })
    expect((await hide({})).json().code).toBe('not-allowed-now')
    expect((await hide({ everywhere: true })).json()).toEqual({ verdict: 'risky' })
  })

  it('is a reported shop, until its reports are answered', async () => {
    const operator = await signInOperator(env)
    const buyer = await signIn(env.app)
    await buyer.call(`PUT /api/shops/${shop.shopId}/report`, { reason: 'fake', note: '货不对板' })
    expect(await waiting(operator)).toMatchObject({ reports: 1 })
    const { items } = (await operator.call('GET /api/operator/reports')).json()
    expect(items).toMatchObject([
      { id: shop.shopId, slug: shop.slug, weight: 1, reports: [{ reason: 'fake', note: '货不对板' }] },
    ])
    const answer = () =>
      operator.call(`POST /api/operator/shops/${shop.shopId}/reports/answered`, { id: newId() })
    expect((await answer()).json()).toEqual({ count: 1 })
    expect((await answer()).json()).toEqual({ count: 0 })
    expect(await waiting(operator)).toMatchObject({ reports: 0 })
  })

  it('is a job that failed too often, which runs again once', async () => {
    const operator = await signInOperator(env)
    const now = env.deps.clock()
    const row = toJobRow({ id: 'example:1', kind: 'example', payload: {}, runAt: now })
    const failed = { ...row, dead: 1 as const, attempts: 8, last_error: 'no answer' }
    await env.deps.db.query.insertInto('job').values(failed).execute()
    expect(await waiting(operator)).toMatchObject({ jobs: 1 })
    expect((await operator.call('GET /api/operator/jobs')).json().failed).toEqual([
      { id: 'example:1', kind: 'example', runAt: now, attempts: 8, error: 'no answer' },
    ])
    const run = () => operator.call('POST /api/operator/jobs/run', { id: 'example:1' })
    expect((await run()).json()).toEqual({ runAt: now })
    expect((await run()).json().code).toBe('not-found')
    const job = await env.deps.db.query
      .selectFrom('job')
      .selectAll()
      .where('id', '=', 'example:1')
      .executeTakeFirst()
    expect(job).toMatchObject({ dead: 0, attempts: 0 })
  })
})

describe('GET /api/operator/shops', () => {
  it('lists shops in pages, finds them by a part of their name, slug or phone, and shows their history', async () => {
    const operator = await signInOperator(env)
    env.advance(1000)
    const other = await openShop(env, { request: { name: '下街土货', phone: '13900000007' } })
    const list = async (query: string) =>
      (await operator.call(`GET /api/operator/shops?${query}`)).json() as {
        items: { id: string }[]
        next?: string
      }
    const first = await list('limit=1')
    expect(first.items).toMatchObject([{ id: other.shopId, products: 1, orders: 0 }])
    const second = await list(`limit=1&cursor=${first.next}`)
    expect([second.items.map(({ id }) => id), second.next]).toEqual([[shop.shopId], undefined])
    for (const search of ['土货', other.slug.slice(1), '000007'])
      expect((await list(`search=${encodeURIComponent(search)}`)).items).toMatchObject([{ id: other.shopId }])
    await operator.call(`PUT /api/operator/shops/${other.shopId}/block`, { blocked: true, reason: '假货' })
    const shown = (await operator.call(`GET /api/operator/shops/${other.shopId}`)).json()
    expect(shown).toMatchObject({ owners: 1, actions: [{ action: 'block', reason: '假货' }] })
    expect((await operator.call(`GET /api/operator/shops/${newId()}`)).statusCode).toBe(404)
  })

  it('issues a new key, and the same one when the request is repeated', async () => {
    const operator = await signInOperator(env)
    const body = { id: newId(), check: '电话里说对了三样货' }
    const request = () => operator.call(`POST /api/operator/shops/${shop.shopId}/key`, body)
    const { key } = (await request()).json()
    expect((await request()).json()).toEqual({ key })
    const phone = await signIn(env.app)
    const restored = await phone.call('POST /api/sessions', { provider: 'key', key })
    expect(restored.json()).toMatchObject({ restored: { shopId: shop.shopId } })
    const { items } = (await operator.call('GET /api/operator/audit')).json()
    const keys = items.filter(({ action }: { action: string }) => action === 'new-key')
    expect(keys).toMatchObject([{ subject: shop.slug, facts: [{ name: 'reason', value: body.check }] }])
  })
})
