import type { Order } from '@/domain/order/order'
import { decideOrder } from '@/domain/order/place-order'
import { movements } from '@/domain/payment/ledger'
import { calculateTotals } from '@/domain/product/cart'
import { connect } from '../../server/db/connect'
import type { Database } from '../../server/db/database'
import { isPostgres } from '../../server/db/engine'
import type { PaymentGateway } from '../../server/gateways/payment-gateway'
import type { PaymentGateways } from '../../server/gateways/payment-gateways'
import { toJobRow } from '../../server/jobs/jobs'
import { toLedgerRows } from '../../server/modules/ledger/write-entries'
import { loadOrderFacts, type PlaceOrderInput } from '../../server/modules/orders/order-facts'
import type { OrderRow } from '../../server/modules/orders/order-row'
import { toOrderWrite } from '../../server/modules/orders/order-write'
import { closeUnpaidJob } from '../../server/modules/orders/unpaid-job'
import { writeInOneStatement } from '../../server/modules/orders/write-order'
import { newId } from '../support/api-client'

/** WeChat Pay that the server has; placing an order asks it nothing. */
const WECHAT_PAY: PaymentGateways = {
  noticeOrigin: '',
  wechat: { platform: { appid: '', gateway: {} as PaymentGateway } },
}

/** Writes the rows of one order. */
type Write = () => Promise<unknown>

/**
 * Orders a second when the same rows are written without HTTP, validation and rules, in the same database with the same
 * settings, transactions and callers. The difference to this figure is the cost of the server.
 */
export async function orderFloor(
  databaseLocation: string,
  sample: Order,
  request: PlaceOrderInput['request'],
  callers: number,
  ms: number,
) {
  const db = await connect(databaseLocation)
  const template = await db.query
    .selectFrom('shop_order')
    .selectAll()
    .where('id', '=', sample.id)
    .executeTakeFirstOrThrow()
  const write = isPostgres(db.query)
    ? await writeAtOnce(db, template, request)
    : writeInTransaction(
        db,
        template,
        request.lines.map((line) => line.skuId),
      )
  const end = performance.now() + ms
  const started = performance.now()
  let written = 0
  const one = async () => {
    while (performance.now() < end) {
      await write()
      written += 1
    }
  }
  await Promise.all(Array.from({ length: callers }, one))
  const rate = (written * 1000) / (performance.now() - started)
  await db.close()
  return rate
}

/** Writes the rows on PostgreSQL with the one statement that the server uses. */
async function writeAtOnce(
  { query }: Database,
  template: OrderRow,
  request: PlaceOrderInput['request'],
): Promise<Write> {
  const { shop_id: shopId, id: orderId, buyer_id: accountId, created_at: now } = template
  const input = { shopId, orderId, accountId, request }
  const facts = await loadOrderFacts({ clock: () => now, payments: WECHAT_PAY }, query, input)
  const decision = facts && decideOrder(facts, request)
  if (!decision || 'refusal' in decision) throw new Error('the order of the floor was refused')
  const write = toOrderWrite(input, facts, decision)
  return () => {
    const id = newId()
    const ids = {
      order: { ...write.order, id },
      account: write.account && { ...write.account, order_id: id },
    }
    const later = { ledger: ledgerRow(template, id), jobs: jobRows(template, id) }
    return writeInOneStatement(query, { ...write, ...ids, ...later })
  }
}

/** The entry of what the buyer owes for an order. */
const ledgerRow = ({ shop_id, created_at, total }: OrderRow, orderId: string) =>
  toLedgerRows(
    { shopId: shop_id, orderId, source: orderId, at: created_at },
    { cause: 'placed', movements: movements.placed(total) },
  )[0]

/** The job that cancels an order when it is not paid in advance. */
const jobRows = ({ shop_id, created_at, payment_state }: OrderRow, orderId: string) =>
  payment_state === 'pending' ? [toJobRow(closeUnpaidJob(shop_id, orderId, created_at))] : []

function writeInTransaction(db: Database, template: OrderRow, skuIds: string[]): Write {
  const { shop_id } = template
  return () =>
    db.withTx(async (tx) => {
      const id = newId()
      const shop = await tx
        .updateTable('shop')
        .set((eb) => ({ last_order: eb('last_order', '+', 1) }))
        .where('shop_id', '=', shop_id)
        .returning('last_order')
        .executeTakeFirstOrThrow()
      for (const skuId of skuIds)
        await tx
          .updateTable('sku')
          .set((eb) => ({ stock: eb('stock', '-', 1) }))
          .where('shop_id', '=', shop_id)
          .where('id', '=', skuId)
          .where('stock', '>=', 1)
          .execute()
      await tx
        .insertInto('shop_order')
        .values({ ...template, id, number: shop.last_order })
        .execute()
      const entry = ledgerRow(template, id)
      if (entry) await tx.insertInto('ledger').values(entry).execute()
      for (const job of jobRows(template, id)) await tx.insertInto('job').values(job).execute()
      const { buyer_id: account_id, created_at } = template
      await tx.insertInto('account_order').values({ account_id, shop_id, order_id: id, created_at }).execute()
      await tx
        .updateTable('shop_buyer')
        .set((eb) => ({ orders: eb('orders', '+', 1) }))
        .where('shop_id', '=', shop_id)
        .where('account_id', '=', account_id)
        .execute()
    })
}

/** Returns the body of an order of one of each sku, as the checkout sends it. */
export function orderBody(
  skus: { id: string; price: number }[],
  method: 'on-pickup' | 'wechat' = 'on-pickup',
) {
  const lines = skus.map(({ id }) => ({ skuId: id, quantity: 1 }))
  const priced = skus.map(({ price }) => ({ price, quantity: 1 }))
  return {
    lines,
    fulfilment: { kind: 'pickup' as const },
    receiver: { name: '收货人', phone: '19900000001' },
    payment: { method },
    seenTotal: calculateTotals(priced, { fee: 0 }, 'pickup').total,
  }
}
