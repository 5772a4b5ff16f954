import { setTimeout as sleep } from 'node:timers/promises'
import type { Till } from '../../server/gateways/payment-gateway'
import { type ApiClient, newId, type Reply } from '../support/api-client'
import { maintenance } from '../support/maintenance-process'
import { drawPaymentFaults } from '../support/payment-faults'
import { createRandom } from '../support/random'
import { openShop, orderBody, retryUntilFinal, type Shop } from './support/buyers'
import type { DataStore } from './support/data-store'
import { enginesOf } from './support/engines'
import { type PayingWorld, startPayingWorld } from './support/paying-world'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = Number(process.env.KZ_CHAOS_ORDERS ?? (LONG ? 2000 : 40))
const KILLS = LONG ? 20 : 1
const AT_ONCE = 20
const BUYERS = 10
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The part of an order that the shop returns, in fen. */
const PART = 100
/** A thousand orders take about a minute, and ten beside the browser tests. */
const TIMEOUT_MS = 10 * MINUTE + ORDERS * 600
/** The longest time in which everything settles after the last order, in ms. */
const SETTLE_MS = 10 * MINUTE

describe.each(enginesOf('SQLite'))('online payment on %s', (name, openStore) => {
  const random = createRandom(20_261_128)
  const chance = (share: number) => random() < share
  let store: DataStore
  let world: PayingWorld
  let shop: Shop
  let owner: ApiClient
  let buyers: ApiClient[]
  const acknowledged: string[] = []

  beforeAll(async () => {
    store = await openStore()
    world = await startPayingWorld(store)
    owner = await world.signIn('owner')
    shop = await openShop(owner, [ORDERS * 2])
    await world.grant(shop.shopId)
    buyers = await Promise.all(Array.from({ length: BUYERS }, (_, i) => world.signIn(`buyer${i}`)))
  })
  afterAll(async () => {
    await world?.close()
    await store?.dispose()
  })

  /** The same person at one of the two servers, as a load balancer sends requests. */
  const somewhere = (who: ApiClient) => who.at(world.servers[chance(0.5) ? 0 : 1].origin)
  const orderPath = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`

  /** Repeats a request over server errors, on either server, until it is answered or the service stays away. */
  async function ask(
    who: ApiClient,
    method: string,
    path: string,
    body?: object,
  ): Promise<Reply | undefined> {
    for (let attempt = 0; attempt < 20; attempt++) {
      const reply = await somewhere(who)
        .send(method, path, body)
        .catch(() => undefined)
      if (reply && reply.status < 500) return reply
      await sleep(50)
    }
    return undefined
  }

  /** Begins a payment on a phone or a computer; returns how it is paid. */
  async function openTill(who: ApiClient, id: string): Promise<(() => void) | undefined> {
    const place = chance(0.7) ? 'shared-app' : 'computer'
    const reply = await ask(who, 'PUT', `${orderPath(id)}/payments/${newId()}`, { place })
    const till = reply?.body.till as Till | undefined
    if (till?.kind === 'wechat-cashier') return () => void world.pay.cashier(till.params, 'pay')
    if (till?.kind !== 'qr-code') return undefined
    const transaction = world.pay.transactions.byPrepay(till.text.split('prepay_id=')[1] ?? '')
    return () => void (transaction && world.pay.pay(transaction))
  }

  const postStep = (who: ApiClient, id: string, action: string) =>
    ask(who, 'POST', `${orderPath(id)}/steps`, { id: newId(), action })

  /** A buyer places an order and pays it once, twice or not at all, cancels, or leaves; the shop may cancel an earlier one. */
  async function live(buyer: ApiClient) {
    const id = newId()
    const body = { ...orderBody(shop.skuIds), payment: { method: 'wechat' } }
    const placed = await retryUntilFinal(() => somewhere(buyer).send('PUT', orderPath(id), body))
    if (placed.status !== 200) throw new Error(`${placed.status} ${JSON.stringify(placed.body)}`)
    const wantsTwo = chance(0.3)
    const tills = await Promise.all([openTill(buyer, id), wantsTwo ? openTill(buyer, id) : undefined])
    if (chance(0.75)) tills[0]?.()
    if (chance(0.6)) tills[1]?.()
    if (chance(0.2)) await postStep(chance(0.5) ? buyer : owner, id, 'cancel')
    const earlier = acknowledged[Math.floor(random() * acknowledged.length)]
    if (earlier && chance(0.1)) await postStep(owner, earlier, 'cancel')
    if (earlier && chance(0.1)) await returnPart(earlier)
    acknowledged.push(id)
  }

  /** The shop returns a part of an order, if it is paid. */
  const returnPart = (id: string) =>
    ask(owner, 'PUT', `${orderPath(id)}/refunds/${newId()}`, { amount: PART, note: '少装了' })

  async function killAndRestart(turn: number) {
    const server = world.servers[turn % 2 === 0 ? 0 : 1]
    await sleep(100 + random() * 300)
    await server.stop('SIGKILL')
    await checkLedger()
    await server.restart()
  }

  async function checkLedger() {
    const check = await maintenance(['check-ledger'], world.env)
    if (check.code !== 0) throw new Error(`check-ledger ended with ${check.code}: ${check.output}`)
  }

  /** Handles refunds that failed: the shop returns some in person, and WeChat Pay makes all of them in the end. */
  async function finishFailedRefunds() {
    const failed = await store.query(
      `select refund.id as number, order_id, amount from refund where state = 'failed' and reason <> 'after-sale'`,
    )
    for (const { number, order_id, amount } of failed) {
      if (chance(0.5))
        await ask(owner, 'POST', `${orderPath(String(order_id))}/steps`, {
          ...{ id: newId(), action: 'return-by-hand', amount: Number(amount) },
        })
      world.pay.finishRefund(String(number))
    }
  }

  const countOpen = async () => {
    const [row] = await store.query(
      `select (select count(*) from shop_order where payment_state in ('pending', 'refunding')) + ` +
        `(select count(*) from payment where state = 'open') + ` +
        `(select count(*) from refund where state = 'requested') as open`,
    )
    return Number(row?.open)
  }

  /** Lets time pass until every job, notice and refund is done. */
  async function settle() {
    world.pay.refundsEnd = 'SUCCESS'
    world.pay.faults = { down: false, failing: 0, unanswered: 0 }
    for (const until = Date.now() + SETTLE_MS; (await countOpen()) > 0; ) {
      if (Date.now() > until)
        throw new Error(`${await countOpen()} orders, payments and refunds are still open`)
      await finishFailedRefunds()
      await world.pass(5 * MINUTE)
      // the servers look for jobs every five seconds
      await sleep(2000)
    }
  }

  const countDifferingStatements = async () => {
    const [row] = await store.query(
      `select count(*) as differing from statement_check where differences <> '[]'`,
    )
    return Number(row?.differing)
  }

  /** Statements that were read while payments and refunds were open differ until they are compared again, a day later. */
  async function compareStatementsAgain() {
    for (const until = Date.now() + SETTLE_MS; (await countDifferingStatements()) > 0; ) {
      if (Date.now() > until) throw new Error(`${await countDifferingStatements()} statements still differ`)
      await world.pass(HOUR)
      await sleep(2000)
    }
  }

  /** The shop cancels a paid order; chance alone leaves some short runs without a refund. */
  async function cancelPaid() {
    const [paid] = await store.query(`select id from shop_order where payment_state = 'paid' limit 1`)
    await postStep(owner, String(paid?.id), 'cancel')
  }

  test(
    `matches the ledger and the payment service to the fen after ${KILLS} kills`,
    async () => {
      const batches = Math.ceil(ORDERS / AT_ONCE)
      const everyKill = Math.ceil(batches / (KILLS + 1))
      let kills = 0
      for (let batch = 1; batch <= batches; batch++) {
        const { notices, service } = drawPaymentFaults(random)
        world.pay.notices.faults = notices
        world.pay.faults = service
        world.pay.refundsEnd = chance(0.3) ? 'ABNORMAL' : 'SUCCESS'
        const killing = batch % everyKill === 0 && kills < KILLS ? killAndRestart(kills++) : undefined
        const living = Array.from({ length: AT_ONCE }, (_, i) => live(buyers[i % BUYERS] as ApiClient))
        await Promise.all([killing, ...living])
        await world.pass(Math.floor(random() * MINUTE))
      }
      await settle()
      await cancelPaid()
      await settle()
      expect(kills).toBe(KILLS)

      const orders = await store.query('select id, total, state, payment_state from shop_order')
      const parts = await store.query(
        `select order_id, sum(amount) as amount from refund where amount = ${PART} group by order_id`,
      )
      const returnedOf = new Map(parts.map(({ order_id, amount }) => [String(order_id), Number(amount)]))
      const payments = await store.query('select order_id, number from payment')
      const held = heldByNumber(world)
      const heldOf = new Map<string, number>()
      for (const { order_id, number } of payments)
        heldOf.set(String(order_id), (heldOf.get(String(order_id)) ?? 0) + (held.get(String(number)) ?? 0))
      const count = (state: string) => orders.filter(({ payment_state }) => payment_state === state).length
      console.log(
        `${name}: ${count('paid')} paid, ${count('refunded')} refunded, ${count('void')} void, ${kills} kills`,
      )

      expect(orders).toHaveLength(ORDERS)
      expect(new Set(orders.map(({ id }) => id))).toEqual(new Set(acknowledged))
      expect(count('paid') + count('refunded') + count('void')).toBe(ORDERS)
      for (const state of ['paid', 'refunded', 'void']) expect(count(state)).toBeGreaterThan(0)
      // the amount that WeChat Pay holds for each order matches the order: none is paid twice, and no paid one is unpaid
      const wrong = orders.filter(
        ({ id, payment_state, total }) =>
          (heldOf.get(String(id)) ?? 0) !==
          (payment_state === 'paid' ? Number(total) - (returnedOf.get(String(id)) ?? 0) : 0),
      )
      expect(wrong).toEqual([])
      const [stock] = await store.query('select stock from sku')
      expect(Number(stock?.stock)).toBe(ORDERS * 2 - count('paid'))
      await compareStatementsAgain()
      await checkLedger()
      const [twice] = await store.query('select count(*) as count from refund where returned_twice = 1')
      if (LONG) expect(Number(twice?.count)).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )
})

/** Returns the amount that WeChat Pay holds of each payment, less refunds, in fen, by payment number. */
const heldByNumber = ({ pay }: PayingWorld): Map<string, number> =>
  new Map(
    pay.transactions
      .all()
      .filter(({ paidAt }) => paidAt !== undefined)
      .map(({ number, amount, refunds }) => [
        number,
        amount -
          refunds.reduce((sum, { amount: part, status }) => sum + (status === 'SUCCESS' ? part : 0), 0),
      ]),
  )
