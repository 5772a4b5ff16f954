import type { Selectable } from 'kysely'
import { dayOf } from '@/domain/day'
import { countsAtAddress, maxForBuyer, type RequiredStock } from '@/domain/order/buyer-limits'
import type { NewOrder } from '@/domain/order/place-order'
import { movements } from '@/domain/payment/ledger'
import type { AccountOrderTable } from '../../db/tables'
import { fingerprint } from '../../fingerprint'
import { type Job, toJobRow } from '../../jobs/jobs'
import { placeOf, type SlotPlace } from '../delivery-slots/slot-counts'
import { type LedgerRow, toLedgerRows } from '../ledger/write-entries'
import { toNotifyRow } from '../notices/queue-notice'
import type { EntryWrite } from './entry-counts'
import type { PlaceOrderInput, StoredFacts } from './order-facts'
import { entryColumns, type NewOrderRow, toOrderRow } from './order-row'
import { closeUnpaidJob } from './unpaid-job'

/** The rows of a new order, and what must be unchanged when they are written. */
export interface OrderWrite {
  order: NewOrderRow
  /** Links the order to the buyer's account; `undefined` for an entry that the shop has pasted. */
  account: Omit<Selectable<AccountOrderTable>, 'done'> | undefined
  /** Enters what the buyer owes; `undefined` when the order costs nothing. */
  ledger: LedgerRow | undefined
  /** Close an order paid in advance that stays unpaid, or notify the owners of a new order. */
  jobs: readonly Job[]
  /** The place that the order takes; `undefined` in a shop without slots. */
  place: SlotPlace | undefined
  shopVersion: number
  /** Number of orders the buyer has placed in the shop; `null` when limits do not apply, so that it does not matter. */
  buyerOrders: number | null
  /** 1 when cached storefronts are outdated by it. */
  changes: 0 | 1
  /** What an entry of a group buy counts. */
  entry: EntryWrite | undefined
  required: (RequiredStock & Pick<StoredFacts['offers'][number], 'price' | 'productId' | 'productVersion'>)[]
}

/** Returns what has to be written for a decision that was made from these facts. */
export function toOrderWrite(
  { orderId, accountId, request, addressHash }: PlaceOrderInput,
  facts: StoredFacts,
  { order, required }: { order: NewOrder; required: readonly RequiredStock[] },
): OrderWrite {
  const { shop, buyer, buyerOrders, offers } = facts
  const ordinary = toOrderRow(orderId, order, {
    buyer_id: accountId,
    request_hash: fingerprint(request),
    buyer_address: (buyer && countsAtAddress(buyer) && addressHash) || null,
  })
  const row = order.groupBuy ? { ...ordinary, ...entryColumns(order) } : ordinary
  const { shop_id, created_at } = row
  return {
    order: row,
    account:
      accountId === shop_id ? undefined : { account_id: accountId, shop_id, order_id: orderId, created_at },
    ledger: toLedgerRows(
      { shopId: shop_id, orderId, source: orderId, at: created_at },
      { cause: 'placed', movements: movements.placed(order.total) },
    )[0],
    jobs: jobsOf(row, order, facts, required),
    place: placeOf(shop, order),
    shopVersion: shop.version,
    buyerOrders: buyer ? buyerOrders : null,
    changes: 1,
    entry: undefined,
    required: required.flatMap((one) => {
      const offer = offers.find(({ skuId }) => skuId === one.skuId)
      if (!offer) return []
      const { price, productId, productVersion, stock } = offer
      const { skuId, quantity } = one
      const minStock = Math.max(one.minStock, stock - remainingShare(facts, skuId, stock) + quantity)
      return [{ skuId, quantity, minStock, price, productId, productVersion }]
    }),
  }
}

/**
 * The quantity that new buyers at the buyer's address may take of a sku, among them those whose orders are written at the same
 * moment: where the stock has fallen by more since, the facts have to be loaded again.
 */
const remainingShare = ({ limits, buyer }: StoredFacts, skuId: string, stock: number): number =>
  buyer ? maxForBuyer(skuId, stock, limits, buyer) : stock

/** The jobs that follow an order: an unpaid order is closed later; of other orders and of goods that run out the owners are notified. */
function jobsOf(
  { shop_id: shopId, id, created_at }: NewOrderRow,
  { payment, payUntil, groupBuy }: NewOrder,
  { isShopReachable, lowStock, offers }: StoredFacts,
  required: readonly RequiredStock[],
): Job[] {
  const isPaidNow = payment.state === 'pending' && payUntil !== undefined
  const close = isPaidNow ? [toJobRow(closeUnpaidJob(shopId, id, created_at))] : []
  if (!isShopReachable) return close
  const notice = { shopId, at: created_at }
  const low = required.filter(({ skuId, quantity }) => {
    const stock = offers.find((one) => one.skuId === skuId)?.stock
    return stock !== undefined && stock - quantity <= lowStock
  })
  return [
    ...(close.length > 0 || groupBuy
      ? close
      : [toNotifyRow({ ...notice, event: 'new-order', subjectId: id, occurrence: 'placed' })]),
    // once a day for each sku
    ...low.map(({ skuId }) =>
      toNotifyRow({ ...notice, event: 'low-stock', subjectId: skuId, occurrence: dayOf(created_at) }),
    ),
  ]
}
