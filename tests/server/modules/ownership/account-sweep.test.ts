import { sweepAccounts } from '../../../../server/modules/sessions/sweep-accounts'
import { type ApiClient, call, deviceCookieOf, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, placeTestOrder } from '../../support/test-shop'

const DAY = 86_400_000

const env = environmentPerTest()

const rowsOf = async (accountId: string) => {
  const { query } = env.deps.db
  const [account, identities, sessions] = await Promise.all([
    query.selectFrom('account').selectAll().where('id', '=', accountId).execute(),
    query.selectFrom('identity').selectAll().where('account_id', '=', accountId).execute(),
    query.selectFrom('session').selectAll().where('account_id', '=', accountId).execute(),
  ])
  return [account.length, identities.length, sessions.length]
}
const DELETED = [0, 0, 0]
const PRESENT = [1, 1, 1]

/** Creates the recurring jobs, without the others, which would be due at most steps, too. */
async function startSweep() {
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'sweep-accounts').execute()
}

/** Lets days pass and runs the due jobs every six hours; calls `each` once a day. */
async function daysPass(days: number, each: () => Promise<unknown> = async () => undefined) {
  for (let hour = 0; hour < days * 24; hour += 6) {
    await env.runAfter(DAY / 4)
    if (hour % 24 === 0) await each()
  }
}

const reads = (person: ApiClient) => async () =>
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)

describe('sweepAccounts', () => {
  it('deletes an account with its identity and sessions 30 days after its last use', async () => {
    await startSweep()
    const visitor = await signIn(env.app)
    await daysPass(29)
    expect(await rowsOf(visitor.accountId)).toEqual(PRESENT)
    await daysPass(3)
    expect(await rowsOf(visitor.accountId)).toEqual(DELETED)
  })

  it('spares accounts with a shop, an order or a photo', async () => {
    const shop = await openShop(env)
    const [buyer, sender] = [await signIn(env.app), await signIn(env.app)]
    await placeTestOrder(shop, buyer)
    const bytes = await picture(30, 30).jpeg().toBuffer()
    expect((await sendPhoto(env.app, sender, newId(), bytes)).statusCode).toBe(200)
    env.advance(40 * DAY)
    await sweepAccounts(env.deps)
    for (const { accountId } of [shop.owner, buyer, sender]) expect(await rowsOf(accountId)).toEqual(PRESENT)
  })

  it('spares an account that reads every week with a token or with the device cookie', async () => {
    const reader = await signIn(env.app)
    const answer = await call(env.app, 'POST /api/sessions', { provider: 'device' })
    const cookie = `kz_device=${deviceCookieOf(answer)}`
    const { accountId } = answer.json<{ accountId: string }>()
    await env.deps.db.query.deleteFrom('session').where('account_id', '=', accountId).execute()
    for (let week = 0; week < 8; week++) {
      env.advance(7 * DAY)
      await reads(reader)()
      expect((await call(env.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
      await sweepAccounts(env.deps)
    }
    expect(await rowsOf(reader.accountId)).toEqual(PRESENT)
    expect(await rowsOf(accountId)).toEqual([1, 1, 0])
  })

  it('signs a device in anew by its old cookie after its account was swept', async () => {
    const answer = await call(env.app, 'POST /api/sessions', { provider: 'device' })
    const { token, accountId } = answer.json<{ token: string; accountId: string }>()
    const cookie = `kz_device=${deviceCookieOf(answer)}`
    env.advance(31 * DAY)
    await sweepAccounts(env.deps)
    for (const headers of [{ cookie }, { authorization: `Bearer ${token}` }])
      expect((await call(env.app, 'GET /api/me/shops', undefined, headers as never)).statusCode).toBe(401)
    const again = await call(env.app, 'POST /api/sessions', { provider: 'device' }, { cookie })
    expect(again.statusCode).toBe(200)
    expect(again.json<{ accountId: string }>().accountId).not.toBe(accountId)
  })

  it('sweeps more accounts than fit into one transaction', async () => {
    const row = (i: number) => ({ id: `${String(i).padStart(6, '0')}A`, created_at: 0 })
    for (let from = 0; from < 1300; from += 650)
      await env.deps.db.query
        .insertInto('account')
        .values(Array.from({ length: 650 }, (_, i) => row(from + i)))
        .execute()
    const young = await signIn(env.app)
    await sweepAccounts(env.deps)
    const remaining = await env.deps.db.query.selectFrom('account').select('id').execute()
    expect(remaining).toEqual([{ id: young.accountId }])
  })

  it('sweeps no account right after the clock was put forward', async () => {
    await startSweep()
    const visitor = await signIn(env.app)
    await daysPass(1)
    env.shiftClock(365 * DAY)
    await env.app.worker.runDue()
    await daysPass(10)
    expect(await rowsOf(visitor.accountId)).toEqual(PRESENT)
    await reads(visitor)()
    await daysPass(25)
    expect(await rowsOf(visitor.accountId)).toEqual(PRESENT)
  })

  it('keeps an account that is used during the sweep, or answers 401 to its device', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => signIn(env.app)))
    env.advance(31 * DAY)
    const body = { trade: 'nuts', products: [] as unknown[] }
    const product = () => ({
      id: newId(),
      name: '核桃',
      unit: '斤',
      photos: [],
      skus: [{ id: newId(), price: 100, stock: 1 }],
      onSale: true,
    })
    const [answers] = await Promise.all([
      Promise.all(
        people.map((person) => person.call(`PUT /api/shops/${newId()}`, { ...body, products: [product()] })),
      ),
      sweepAccounts(env.deps),
    ])
    for (const [i, { statusCode }] of answers.entries()) {
      const rows = await rowsOf(people[i]?.accountId ?? '')
      expect([statusCode, rows]).toEqual(statusCode === 200 ? [200, PRESENT] : [401, DELETED])
    }
  })
})
