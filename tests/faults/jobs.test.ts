import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { type Acknowledged, openShop, orderUntilTold, type Shop } from './support/buyers'
import { ENGINES } from './support/engines'
import { expectBooks } from './support/ledger'
import type { Place } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const UNPAID = LONG ? 400 : 60
const KILLS = LONG ? 2 : 1
const STOCKS = [5000, 5000]
const A_MINUTE = 60_000

describe.each(ENGINES)('jobs of two servers on one %s', (_, openPlace) => {
  let place: Place
  let servers: ServerProcess[] = []
  let owner: ApiPerson
  let shop: Shop

  const start = () => startServer({ RATE_LIMIT: 'off', ...place.env })

  beforeEach(async () => {
    place = await openPlace()
    servers = [await start(), await start()]
    owner = await ApiPerson.arrive(servers[0]?.origin ?? '')
    shop = await openShop(owner, STOCKS)
  })
  afterEach(async () => {
    for (const server of servers) await server.stop('SIGKILL')
    await place?.dispose()
  })

  /** Orders that should have been paid by now, as a gateway's customers leave them. */
  async function leaveUnpaid(count: number): Promise<Acknowledged[]> {
    const orders: Acknowledged[] = []
    for (let turn = 0; turn < count; turn++) orders.push(await orderUntilTold(owner, shop, turn))
    await place.ask(
      `update shop_order set payment_method = 'wechat', payment_state = 'pending' where shop_id = '${shop.shopId}'`,
    )
    await place.ask(
      'insert into job (id, kind, payload, run_at, attempts, lease_until, dead, last_error) ' +
        `select 'close-unpaid:' || shop_id || ':' || id, 'close-unpaid', ` +
        `'{"shopId":"' || shop_id || '","orderId":"' || id || '"}', created_at - ${A_MINUTE}, 0, 0, 0, null ` +
        `from shop_order where shop_id = '${shop.shopId}'`,
    )
    return orders.map((order) => ({ ...order, cancelled: true }))
  }

  const jobsLeft = async () =>
    Number((await place.ask(`select count(*) as count from job where kind = 'close-unpaid'`))[0]?.count)

  async function untilJobsLeft(most: number) {
    while ((await jobsLeft()) > most) await sleep(10)
  }

  /** As after a minute without a sign of those who died with a job in hand. */
  const endLeases = () => place.ask('update job set lease_until = 0')

  test(`workers die in the middle of ${UNPAID} jobs: each is done once, by whoever is left`, async () => {
    const told = await leaveUnpaid(UNPAID)
    for (let kill = 1; kill <= KILLS; kill++) {
      await untilJobsLeft(UNPAID - (UNPAID * kill) / (KILLS + 1))
      for (const server of servers) await server.stop('SIGKILL')
      expect(await jobsLeft()).toBeGreaterThan(0)
      // the long run waits for it
      if (!LONG) await endLeases()
      await Promise.all(servers.map((server) => server.restart()))
    }
    await untilJobsLeft(0)
    await expectBooks(place, shop, STOCKS, told)
  })

  test('one that cannot be done is put off and set aside, and keeps no other waiting', async () => {
    const poison = (id: string, attempts: number, payload: string) =>
      place.ask(
        'insert into job (id, kind, payload, run_at, attempts, lease_until, dead, last_error) ' +
          `values ('${id}', 'close-unpaid', '${payload}', ${Date.now()}, ${attempts}, 0, 0, null)`,
      )
    await poison('poison-new', 0, 'no json')
    await poison('poison-old', 7, 'no json')
    // its worker died with it every time
    await poison('poison-deadly', 8, '{"shopId":"x","orderId":"y"}')
    const told = await leaveUnpaid(5)
    await untilJobsLeft(3)
    const tries = async () =>
      (await place.ask("select attempts from job where id like 'poison-%'")).map(({ attempts }) =>
        Number(attempts),
      )
    while ((await tries()).reduce((sum, count) => sum + count, 0) < 18) await sleep(20)
    await expectBooks(place, shop, STOCKS, told)
    const left = await place.ask(
      `select id, attempts, dead, run_at from job where kind = 'close-unpaid' order by id`,
    )
    expect(left.map(({ id, attempts, dead }) => [id, Number(attempts), Number(dead)])).toEqual([
      ['poison-deadly', 9, 1],
      ['poison-new', 1, 0],
      ['poison-old', 8, 1],
    ])
    expect(Number(left[1]?.run_at)).toBeGreaterThan(Date.now())
    const said = servers.map((server) => server.output()).join('')
    expect(said.match(/job failed/g)).toHaveLength(3)
  })
})
