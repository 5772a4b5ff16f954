import { formatPrice } from '@/domain/money'
import { fulfilments } from '@/domain/order/fulfilment'
import type { OrderSummary } from '@/domain/order/order'
import { countOmitted, pickGoods, slotOrder } from '@/domain/order/picking-list'
import { slotDateWords } from '@/locales/day'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderLinesWords } from '@/locales/order/order-lines'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { paperMomentWords } from '@/locales/time'
import { groupOrders } from '../list/order-groups'
import { moneyText } from './slip-texts'

/** An order on the list. */
export interface ListRow {
  number: string
  who: string
  details: string[]
  money: string
}

/** The texts of the list of orders, with the goods to pack for them. */
export interface ListTexts {
  title: string
  /** By way of delivery and slot, each with its number of orders and their sum, the oldest order first. */
  groups: { title: string; rows: ListRow[] }[]
  goods: { key: string; name: string; count: string }[]
  /** Says which orders need no goods; empty when all of them do. */
  omitted: string
}

const rowOf = (order: OrderSummary): ListRow => ({
  number: String(order.number),
  who: words.who(order.receiver.name, order.receiver.phone),
  details: [
    ...new Set([
      order.receiver.address ?? '',
      sellerOrdersWords.what(order.lines),
      order.note ? words.note(order.note) : '',
    ]),
  ].filter(Boolean),
  money: moneyText(order),
})

const groupName = ({ fulfilment, slot }: OrderSummary): string =>
  [fulfilmentWords[fulfilment], ...(slot ? [slotDateWords(slot)] : [])].join(' ')

const compare = (a: OrderSummary, b: OrderSummary): number =>
  fulfilments.indexOf(a.fulfilment) - fulfilments.indexOf(b.fulfilment) ||
  slotOrder(a).localeCompare(slotOrder(b)) ||
  a.number - b.number

const sumOf = (orders: readonly OrderSummary[]): number =>
  orders.reduce((sum, { state, total }) => sum + (state === 'cancelled' ? 0 : total), 0)

export const listTexts = (orders: readonly OrderSummary[], shopName: string, now: number): ListTexts => ({
  title: words.list(shopName, paperMomentWords(now, now), orders.length),
  groups: groupOrders([...orders].sort(compare), groupName).map((group) => ({
    title: words.group(group.name, group.orders.length, formatPrice(sumOf(group.orders))),
    rows: group.orders.map(rowOf),
  })),
  goods: pickGoods(orders).map((goods) => ({
    key: `${goods.skuId} ${goods.name} ${goods.label ?? ''}`,
    name: orderLinesWords.name(goods.name, goods.label),
    count: orderLinesWords.count(goods.quantity, goods.unit),
  })),
  omitted: severalOrdersWords.picking.omitted(countOmitted(orders)),
})
