import type { SheetData } from 'write-excel-file/node'
import type { Slot } from '@/domain/order/delivery-slot'
import type { OrderSummary } from '@/domain/order/order'
import { MAX_SHEET_ORDERS } from '@/domain/order/order-limits'
import { countOmitted, pickingList } from '@/domain/order/picking-list'
import { type Moved, totalCollected } from '@/domain/payment/money-month'
import { receivedStates } from '@/domain/payment/payment'
import { slotDateWords } from '@/locales/day'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { orderLinesWords } from '@/locales/order/order-lines'
import { orderSheetWords as words } from '@/locales/order/order-sheet'
import { parcelWords } from '@/locales/order/parcel'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { headCell, momentText, numberCell, textCell, writeSpreadsheet, yuanCell } from '../../spreadsheet'

const slotText = (slot: Slot | undefined): string => (slot ? slotDateWords(slot) : '')

/** The names of columns; that of slots is left out where no order has one. */
const heads = (columns: Readonly<Record<string, string>>, hasSlots: boolean) =>
  Object.entries(columns)
    .filter(([column]) => hasSlots || column !== 'slot')
    .map(([, name]) => headCell(name))

export interface SheetOrders {
  orders: readonly OrderSummary[]
  /** The money that each order has moved, by its id. */
  moved: ReadonlyMap<string, Moved>
  /** True if more orders match than the sheet holds. */
  isCut: boolean
}

/** The amounts collected for an order and returned to its buyer, as the ledger counts them; empty while there are none. */
function movedCells({ payment }: OrderSummary, moved: Moved | undefined) {
  const collected = moved ? totalCollected(moved) : 0
  const isCollected = collected !== 0 || receivedStates.includes(payment.state)
  return [isCollected ? yuanCell(collected) : null, moved?.refunded ? yuanCell(moved.refunded) : null]
}

const orderRow = (order: OrderSummary, moved: Moved | undefined, hasSlots: boolean) => [
  numberCell(order.number),
  textCell(momentText(order.createdAt)),
  textCell(sellerOrdersWords.state(order)),
  textCell(fulfilmentWords[order.fulfilment]),
  ...(hasSlots ? [textCell(slotText(order.slot))] : []),
  textCell(order.receiver.name),
  textCell(order.receiver.phone),
  textCell(order.receiver.address ?? ''),
  textCell(sellerOrdersWords.what(order.lines)),
  yuanCell(order.goods),
  yuanCell(order.freight),
  yuanCell(order.total),
  ...movedCells(order, moved),
  textCell(paymentWords(order.payment.method, order.fulfilment)),
  textCell(words.payments[order.payment.state]),
  textCell(order.parcel ? parcelWords.line(order.parcel) : ''),
  textCell(order.note ?? ''),
]

const orderRows = ({ orders, moved, isCut }: SheetOrders, hasSlots: boolean): SheetData => [
  heads(words.columns, hasSlots),
  ...orders.map((order) => orderRow(order, moved.get(order.id), hasSlots)),
  ...(isCut ? [[textCell(words.newest(MAX_SHEET_ORDERS))]] : []),
]

/** The row that says which orders need no goods; none when all of them do. */
function omittedRows(orders: readonly OrderSummary[]): SheetData {
  const text = severalOrdersWords.picking.omitted(countOmitted(orders))
  return text === '' ? [] : [[textCell(text)]]
}

const goodsRows = (orders: readonly OrderSummary[], hasSlots: boolean): SheetData => [
  heads(words.goodsColumns, hasSlots),
  ...pickingList(orders).flatMap(({ fulfilment, slot, goods }) =>
    goods.map((one) => [
      textCell(fulfilmentWords[fulfilment]),
      ...(hasSlots ? [textCell(slotText(slot))] : []),
      textCell(orderLinesWords.name(one.name, one.label)),
      numberCell(one.quantity),
      textCell(one.unit),
      numberCell(one.orders.length),
      textCell(one.orders.join('、')),
    ]),
  ),
  ...omittedRows(orders),
]

/** Orders as a spreadsheet (xlsx): a sheet of them, and one of the goods to pack for them. */
export function orderSheet(sheet: SheetOrders): Promise<Buffer> {
  const { orders } = sheet
  const hasSlots = orders.some(({ slot }) => slot !== undefined)
  return writeSpreadsheet([
    { name: words.orders, rows: orderRows(sheet, hasSlots) },
    { name: words.goods, rows: goodsRows(orders, hasSlots) },
  ])
}
