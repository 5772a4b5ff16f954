import type { SheetData } from 'write-excel-file/node'
import type { OrderSummary } from '@/domain/order'
import { pickingList } from '@/domain/picking-list'
import { fulfilmentWords, paymentWords } from '@/locales/fulfilment'
import { orderLinesWords } from '@/locales/order-lines'
import { orderSheetWords as words } from '@/locales/order-sheet'
import { parcelWords } from '@/locales/parcel'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { headCell, momentText, numberCell, textCell, writeSpreadsheet, yuanCell } from '../../spreadsheet'

const orderRow = (order: OrderSummary) => [
  numberCell(order.number),
  textCell(momentText(order.createdAt)),
  textCell(sellerOrdersWords.state(order)),
  textCell(fulfilmentWords[order.fulfilment]),
  textCell(order.receiver.name),
  textCell(order.receiver.phone),
  textCell(order.receiver.address ?? ''),
  textCell(sellerOrdersWords.what(order.lines)),
  yuanCell(order.goods),
  yuanCell(order.freight),
  yuanCell(order.total),
  textCell(paymentWords(order.payment.method, order.fulfilment)),
  textCell(words.payments[order.payment.state]),
  textCell(order.parcel ? parcelWords.line(order.parcel) : ''),
  textCell(order.note ?? ''),
]

const orderRows = (orders: readonly OrderSummary[]): SheetData => [
  Object.values(words.columns).map(headCell),
  ...orders.map(orderRow),
]

const goodsRows = (orders: readonly OrderSummary[]): SheetData => [
  Object.values(words.goodsColumns).map(headCell),
  ...pickingList(orders).flatMap(({ fulfilment, goods }) =>
    goods.map((one) => [
      textCell(fulfilmentWords[fulfilment]),
      textCell(orderLinesWords.name(one.name, one.label)),
      numberCell(one.quantity),
      textCell(one.unit),
      numberCell(one.orders.length),
      textCell(one.orders.join('、')),
    ]),
  ),
]

/** Orders as a spreadsheet (xlsx): a sheet of them, and one of the goods that they need together. */
export const orderSheet = (orders: readonly OrderSummary[]): Promise<Buffer> =>
  writeSpreadsheet([
    { name: words.orders, rows: orderRows(orders) },
    { name: words.goods, rows: goodsRows(orders) },
  ])
