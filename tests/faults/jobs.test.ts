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

  /**
   * The three poisons once each was tried once more. A try is counted when it begins; what came of it is written down
   * together with the end of its lease.
   */
  async function triedPoisons() {
    for (;;) {
      const left = await place.ask(
        `select id, attempts, dead, run_at, lease_until from job where kind = 'close-unpaid' order by id`,
      )
      const tries = left.reduce((sum, { attempts }) => sum + Number(attempts), 0)
      if (tries >= 18 && left.every(({ lease_until }) => Number(lease_until) === 0)) return left
      await sleep(20)
    }
  }

  test(`workers die in the middle of ${UNPAID} jobs: each is done once, by whoever is left`, async () => {
    const told = await leaveUnpaid(UNPAID)
    for (let kill = 1; kill <= KILLS; kill++) {
      // at once, as one of them alone does the rest in a burst; later on in the middle
      await untilJobsLeft(kill === 1 ? UNPAID - 1 : UNPAID / KILLS)
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      expect(await jobsLeft()).toBeGreaterThan(0)
      // the long run waits for it
      if (!LONG) await endLeases()
      await Promise.all(servers.map((server) => server.restart()))
    }
    await untilJobsLeft(0)
    await expectBooks(place, shop, STOCKS, told)
  })

  test('one that cannot be done is put off and set aside, and keeps no other waiting', async () => {
    const due = Date.now()
    const poison = (id: string, attempts: number, payload: string) =>
      place.ask(
        'insert into job (id, kind, payload, run_at, attempts, lease_until, dead, last_error) ' +
          `values ('${id}', 'close-unpaid', '${payload}', ${due}, ${attempts}, 0, 0, null)`,
      )
    await poison('poison-new', 0, 'no json')
    await poison('poison-old', 7, 'no json')
    // its worker died with it every time
    await poison('poison-deadly', 8, '{"shopId":"x","orderId":"y"}')
    const told = await leaveUnpaid(5)
    await untilJobsLeft(3)
    const left = await triedPoisons()
    expect(left.map(({ id, attempts, dead }) => [id, Number(attempts), Number(dead)])).toEqual([
      ['poison-deadly', 9, 1],
      ['poison-new', 1, 0],
      ['poison-old', 8, 1],
    ])
    expect(Number(left[1]?.run_at)).toBeGreaterThan(due)
    const failures = () => servers.flatMap((server) => server.output().match(/job failed/g) ?? []).length
    // what they print comes through a pipe
    while (failures() < 3) await sleep(20)
    expect(failures()).toBe(3)
    await expectBooks(place, shop, STOCKS, told)
  })
})
