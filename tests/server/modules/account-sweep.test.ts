import { sweepAccounts } from '../../../server/modules/sessions/sweep-accounts'
import { call, cookieOf, type Person, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { openShop, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

const DAY = 86_400_000

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.app.close())

const rowsOf = async (accountId: string) => {
  const { query } = world.deps.db
  const [account, identities, sessions] = await Promise.all([
    query.selectFrom('account').selectAll().where('id', '=', accountId).execute(),
    query.selectFrom('identity').selectAll().where('account_id', '=', accountId).execute(),
    query.selectFrom('session').selectAll().where('account_id', '=', accountId).execute(),
  ])
  return [account.length, identities.length, sessions.length]
}
const GONE = [0, 0, 0]
const THERE = [1, 1, 1]

/** Days go by, and the worker looks for work every few hours, as it does. */
async function daysPass(days: number, each: () => Promise<unknown> = async () => undefined) {
  for (let hour = 0; hour < days * 24; hour += 6) {
    world.pass(DAY / 4)
    await world.app.worker.runDue()
    if (hour % 24 === 0) await each()
  }
}

const reads = (person: Person) => async () =>
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)

describe('sweepAccounts', () => {
  it('deletes an account with its identity and sessions 30 days after its last use', async () => {
    await world.app.worker.start(1_000_000)
    const visitor = await signIn(world.app)
    await daysPass(29)
    expect(await rowsOf(visitor.accountId)).toEqual(THERE)
    await daysPass(3)
    expect(await rowsOf(visitor.accountId)).toEqual(GONE)
  })

  it('spares accounts with a shop, an order or a photo', async () => {
    const shop = await openShop(world)
    const [buyer, sender] = [await signIn(world.app), await signIn(world.app)]
    await placed(shop, buyer)
    const bytes = await picture(30, 30).jpeg().toBuffer()
    expect((await sendPhoto(world.app, sender, newId(), bytes)).statusCode).toBe(200)
    world.pass(40 * DAY)
    await sweepAccounts(world.deps)
    for (const { accountId } of [shop.owner, buyer, sender]) expect(await rowsOf(accountId)).toEqual(THERE)
  })

  it('spares whoever reads every week, by a token or by the cookie of a device', async () => {
    const reader = await signIn(world.app)
    const answer = await call(world.app, 'POST /api/sessions', { provider: 'device' })
    const cookie = `kz_device=${cookieOf(answer)}`
    const { accountId } = answer.json<{ accountId: string }>()
    await world.deps.db.query.deleteFrom('session').where('account_id', '=', accountId).execute()
    for (let week = 0; week < 8; week++) {
      world.pass(7 * DAY)
      await reads(reader)()
      expect((await call(world.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
      await sweepAccounts(world.deps)
    }
    expect(await rowsOf(reader.accountId)).toEqual(THERE)
    expect(await rowsOf(accountId)).toEqual([1, 1, 0])
  })

  it('lets a device whose account was swept sign in anew, by its old cookie and token', async () => {
    const answer = await call(world.app, 'POST /api/sessions', { provider: 'device' })
    const { token, accountId } = answer.json<{ token: string; accountId: string }>()
    const cookie = `kz_device=${cookieOf(answer)}`
    world.pass(31 * DAY)
    await sweepAccounts(world.deps)
    for (const headers of [{ cookie }, { authorization: `Bearer ${token}` }])
      expect((await call(world.app, 'GET /api/me/shops', undefined, headers as never)).statusCode).toBe(401)
    const again = await call(world.app, 'POST /api/sessions', { provider: 'device' }, { cookie })
    expect(again.statusCode).toBe(200)
    expect(again.json<{ accountId: string }>().accountId).not.toBe(accountId)
  })

  it('sweeps more accounts than fit into one transaction', async () => {
    const row = (i: number) => ({ id: `${String(i).padStart(6, '0')}A`, created_at: 0 })
    for (let from = 0; from < 1300; from += 650)
      await world.deps.db.query
        .insertInto('account')
        .values(Array.from({ length: 650 }, (_, i) => row(from + i)))
        .execute()
    const young = await signIn(world.app)
    await sweepAccounts(world.deps)
    const left = await world.deps.db.query.selectFrom('account').select('id').execute()
    expect(left).toEqual([{ id: young.accountId }])
  })

  it('sweeps nobody right after the clock was put forward', async () => {
    await world.app.worker.start(1_000_000)
    const visitor = await signIn(world.app)
    await daysPass(1)
    world.putClock(365 * DAY)
    await world.app.worker.runDue()
    await daysPass(10)
    expect(await rowsOf(visitor.accountId)).toEqual(THERE)
    await reads(visitor)()
    await daysPass(25)
    expect(await rowsOf(visitor.accountId)).toEqual(THERE)
  })

  it('keeps an account that is used while the sweep runs, or tells its phone to sign in anew', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => signIn(world.app)))
    world.pass(31 * DAY)
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
      sweepAccounts(world.deps),
    ])
    for (const [i, { statusCode }] of answers.entries()) {
      const rows = await rowsOf(people[i]?.accountId ?? '')
      expect([statusCode, rows]).toEqual(statusCode === 200 ? [200, THERE] : [401, GONE])
    }
  })
})
