import { afterSaleStates } from '@/domain/order/after-sale'
import { orderStates } from '@/domain/order/order'
import { type OrderStates, transition } from '@/domain/order/order-step'
import { actors } from '@/domain/order/transitions'
import { isPaidInPerson, paymentMethods, paymentStates } from '@/domain/payment/payment'
import type { Query } from '../../../server/db/database'
import { moveOrder, type OrderMove } from '../../../server/modules/orders/move-order'
import { type OrderRow, toOrder, toOrderAt } from '../../../server/modules/orders/order-row'
import { findOrder } from '../../../server/modules/orders/store'
import { everyAction } from '../../domain/order/sample-order'
import { signIn } from '../support/api-client'
import { someOf } from '../support/some-of'
import { movableOrders } from '../support/stories/movable-orders'
import { environmentPerFile } from '../support/test-environment'
import { placeTestOrder, shopPerFile } from '../support/test-shop'

const everyState = orderStates.flatMap((state) =>
  paymentStates.flatMap((payment_state) =>
    afterSaleStates.flatMap((after_sale) =>
      paymentMethods.map((payment_method) => ({ state, payment_state, after_sale, payment_method })),
    ),
  ),
)

const env = environmentPerFile()
const shop = shopPerFile(env)
let orderId: string

beforeAll(async () => {
  orderId = (await placeTestOrder(shop, await signIn(env.app))).id
})

const UNDONE = new Error('the transaction is undone')

/** Runs `work` with the order in certain states, and undoes everything. */
async function withStates(
  states: (typeof everyState)[number],
  work: (tx: Query, row: OrderRow) => Promise<void>,
): Promise<void> {
  const { db } = env.deps
  const undone = db.withTx(async (tx) => {
    await movableOrders(tx).updateTable('shop_order').set(states).where('id', '=', orderId).execute()
    await work(tx, await mustFind(tx))
    throw UNDONE
  })
  await expect(undone).rejects.toBe(UNDONE)
}

async function mustFind(tx: Query): Promise<OrderRow> {
  const row = await findOrder(tx, shop.shopId, orderId)
  if (!row) throw new Error('there is no order')
  return row
}

/** True for a step that refunds a payment of the service, which this order does not have. */
const refundsOnline = (row: OrderRow, next: OrderStates) =>
  row.payment_state === 'paid' &&
  !isPaidInPerson(row.payment_method) &&
  (next.payment.state === 'refunding' || (next.afterSale === 'agreed' && row.after_sale !== 'agreed'))

const steps = actors.flatMap((actor) => everyAction.map((action) => ({ action, actor })))

describe('moveOrder', () => {
  it.each(orderStates)(
    'moves an order in state %s as the tables say, and refuses everything else',
    async (state) => {
      const counts = { moved: 0, refused: 0 }
      for (const states of someOf(
        everyState.filter((one) => one.state === state),
        30,
      )) {
        const allowed: [step: OrderMove, next: OrderStates][] = []
        await withStates(states, async (tx, row) => {
          for (const { action, actor } of steps) {
            const step = { action, actor, now: env.deps.clock() }
            const next = transition(toOrderAt(row, step.now), action, actor)
            if (next && !refundsOnline(row, next)) allowed.push([step, next])
            if (next) continue
            await expect(moveOrder(tx, row, step)).rejects.toMatchObject({ code: 'not-allowed-now' })
            counts.refused++
          }
          expect(await mustFind(tx)).toEqual(row)
        })
        for (const [step, next] of allowed)
          await withStates(states, async (tx, row) => {
            await moveOrder(tx, row, step)
            const { state: reached, payment, afterSale, history } = toOrder(await mustFind(tx))
            expect({ step, state: reached, payment, afterSale }).toEqual({ step, ...next })
            expect(history.at(-1)).toEqual({ action: step.action, by: step.actor, at: step.now })
            counts.moved++
          })
      }
      expect(Math.min(counts.moved, counts.refused)).toBeGreaterThan(50)
    },
  )
})
