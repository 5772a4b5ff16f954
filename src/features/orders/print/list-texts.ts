import type { OrderSummary } from '@/domain/order/order'
import { countOmitted, pickGoods } from '@/domain/order/picking-list'
import { slotDateWords } from '@/locales/day'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLinesWords } from '@/locales/order/order-lines'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { paperMomentWords } from '@/locales/time'
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
  orders: ListRow[]
  goods: { key: string; name: string; count: string }[]
  /** Says which orders need no goods; empty when all of them do. */
  omitted: string
}

export const listTexts = (orders: readonly OrderSummary[], shopName: string, now: number): ListTexts => ({
  title: words.list(shopName, paperMomentWords(now, now), orders.length),
  orders: orders.map((order) => ({
    number: String(order.number),
    who: words.who(order.receiver.name, order.receiver.phone),
    details: [
      ...new Set([
        order.receiver.address ?? '',
        order.slot ? slotDateWords(order.slot) : '',
        sellerOrdersWords.what(order.lines),
        order.note ? words.note(order.note) : '',
      ]),
    ].filter(Boolean),
    money: moneyText(order),
  })),
  goods: pickGoods(orders).map((goods) => ({
    key: `${goods.skuId} ${goods.name} ${goods.label ?? ''}`,
    name: orderLinesWords.name(goods.name, goods.label),
    count: orderLinesWords.count(goods.quantity, goods.unit),
  })),
  omitted: severalOrdersWords.picking.omitted(countOmitted(orders)),
})
