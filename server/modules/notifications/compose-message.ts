import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import { OFFSET_MINUTES } from '@/domain/day'
import { formatYuan } from '@/domain/money'
import {
  isAboutShop,
  isCardEvent,
  isShopEvent,
  isStillTrue,
  type NotificationEvent,
  type ShopEvent,
} from '@/domain/notification'
import type { OrderLine } from '@/domain/order/order'
import { failedRefundsOf } from '@/domain/payment/refund'
import { messageWords as words } from '@/locales/message/message'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { MessageValue } from '../../gateways/subscribe-messages'
import { BLOCK, readBlock } from '../appeals/block-appeals'
import { readHiddenParts } from '../appeals/hidden-parts'
import { type OrderRow, toOrder } from '../orders/order-row'
import { findCard } from '../paper-cards/store'
import { isLowStock } from '../products/low-stock'
import type { MessageRow } from './message-rows'

dayjs.extend(utc)

export interface MessageContent {
  title: string
  body: string
  values: Record<MessageValue, string>
  /** The page of the mini-program, and the address on H5. */
  page: string
  path: string
}

/** A message, with the order or goods that it is about, as they are now. */
export interface Subject {
  message: MessageRow
  order?: OrderRow
  /** The amount of the order that was returned so far, or could not be, in fen; present in messages about that. */
  amount?: number
  goods?: { name: string; stock: number }
}

/** Reads the orders, skus, paper cards or hidden contents of messages of one event, without messages that are no longer true. */
export async function readSubjects(db: Query, messages: readonly MessageRow[]): Promise<Subject[]> {
  const [first] = messages
  if (!first) return []
  const ids = messages.flatMap(({ subject_id }) => subject_id ?? [])
  if (first.event === 'test' || first.shop_id === null) return messages.map((message) => ({ message }))
  if (first.event === 'low-stock') {
    const skus = await db
      .selectFrom('sku')
      .innerJoin('product', (join) =>
        join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
      )
      .innerJoin('shop', 'shop.shop_id', 'sku.shop_id')
      .select(['sku.id', 'product.name', 'stock'])
      .where('sku.shop_id', '=', first.shop_id)
      .where('sku.id', 'in', ids)
      .where(isLowStock())
      .where('on_sale', '=', 1)
      .execute()
    return messages.flatMap((message) => {
      const goods = skus.find(({ id }) => id === message.subject_id)
      return goods ? [{ message, goods }] : []
    })
  }
  if (isCardEvent(first.event)) {
    const card = await findCard(db, first.shop_id)
    const isTrue = card && (first.event === 'card-made' || card.due_at !== null)
    return messages.flatMap((message) => (isTrue && message.subject_id === card.id ? [{ message }] : []))
  }
  if (first.event === 'group-buy-short') {
    const short = await db
      .selectFrom('group_buy')
      .select('id')
      .where('shop_id', '=', first.shop_id)
      .where('id', 'in', ids)
      .where('state', '=', 'short')
      .execute()
    return messages.flatMap((message) =>
      short.some(({ id }) => id === message.subject_id) ? [{ message }] : [],
    )
  }
  if (first.event === 'content-hidden') {
    const hidden = (await readHiddenParts(db, first.shop_id)).map(({ id }) => id)
    if ((await readBlock(db, first.shop_id)).block) hidden.push(BLOCK)
    return messages.flatMap((message) =>
      message.subject_id !== null && hidden.includes(message.subject_id) ? [{ message }] : [],
    )
  }
  const orders = await db
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', first.shop_id)
    .where('id', 'in', ids)
    .execute()
  const amounts = await amountsOf(db, { event: first.event, shopId: first.shop_id }, orders)
  return messages.flatMap((message) => {
    const order = orders.find(({ id }) => id === message.subject_id)
    if (!order || !isStillTrue(message.event, toOrder(order))) return []
    return [{ message, order, ...(amounts ? { amount: amounts.get(order.id) ?? 0 } : {}) }]
  })
}

/** The amounts, in fen, that messages about returned money name instead of the totals of their orders. */
async function amountsOf(
  db: Query,
  { event, shopId }: { event: NotificationEvent; shopId: string },
  orders: readonly OrderRow[],
): Promise<ReadonlyMap<string, number> | undefined> {
  if (event === 'refund-failed')
    return new Map(orders.map((order) => [order.id, failedRefundsOf(toOrder(order).history)]))
  if (event !== 'refunded') return undefined
  return returnedByOrder(
    db,
    shopId,
    orders.map(({ id }) => id),
  )
}

/** The money that was returned to the buyers, by order, in fen. */
async function returnedByOrder(
  db: Query,
  shopId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('ledger')
    .select((eb) => ['order_id', eb.fn.sum('amount').as('amount')])
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', orderIds)
    .where('cause', '=', 'refunded')
    .groupBy('order_id')
    .execute()
  return new Map(rows.map(({ order_id, amount }) => [order_id, Number(amount)]))
}

const goodsOf = ({ lines }: OrderRow, showText: (text: string) => string): string => {
  const [first, ...others] = readJson<OrderLine[]>(lines)
  return words.goods(showText(first?.name ?? ''), others.length + 1)
}

/** "2026年11月3日 14:05", the format of times in templates. */
const timeWords = (at: number): string => dayjs.utc(at).utcOffset(OFFSET_MINUTES).format('YYYY年M月D日 HH:mm')

interface Shop {
  id: string
  name: string
}

/**
 * Composes one message about all subjects, which are of one event and, but for tests, of one shop.
 * @param showText returns a text as its reader may read it
 */
export function composeMessage(
  event: NotificationEvent,
  all: readonly Subject[],
  { shop, showText }: { shop: Shop | undefined; showText(text: string): string },
): MessageContent {
  // money of one order can be returned in several parts
  const subjects = uniqueBySubject(all)
  const { title: titleOf, status, tip } = words.events[event]
  const title = titleOf(subjects.length)
  const orders = subjects.flatMap(({ order }) => order ?? [])
  const total = formatYuan(
    subjects.reduce((sum, { order, amount }) => sum + (amount ?? order?.total ?? 0), 0),
  )
  const goods = subjects.flatMap(({ goods: one }) => one ?? [])
  const [only] = orders
  const newest = Math.max(...all.map(({ message }) => message.created_at))
  const what =
    goods.length > 0
      ? goods.map(({ name, stock }) => words.left(name, stock)).join('，')
      : only && orders.length === 1
        ? goodsOf(only, showText)
        : title
  return {
    title,
    body: isAboutShop(event) ? tip : bodyOf(orders, { total, what }),
    values: {
      ...{ shop: shop ? showText(shop.name) : title, goods: what, total: words.yuan(total), status, tip },
      number: String(orders.at(-1)?.number ?? subjects.length),
      count: String(subjects.length),
      time: timeWords(newest),
    },
    ...targetOf(event, subjects, shop),
  }
}

const uniqueBySubject = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(
    ({ message }, i) => subjects.findIndex((other) => other.message.subject_id === message.subject_id) === i,
  )

function bodyOf(orders: readonly OrderRow[], { total, what }: { total: string; what: string }): string {
  const [only] = orders
  if (!only) return what
  return orders.length === 1 ? words.order(only.number, what, total) : words.orders(total)
}

/** The list of the dashboard that shows several things of an event, by its parameters; without a tab it is 今天, which lists them. */
const listByEvent: Partial<Record<ShopEvent, Record<string, string>>> = {
  'new-order': { tab: 'orders' },
  'cancel-asked': { tab: 'orders', filter: 'cancel-request' },
  'change-asked': {},
  claim: { tab: 'orders', filter: 'refund' },
  'refund-failed': {},
  expiring: { tab: 'orders' },
  expired: { tab: 'orders', filter: 'cancelled' },
  'low-stock': { tab: 'goods', filter: 'low-stock' },
}

/** The page that a tap opens: the order, or the list when the message is about several. */
function targetOf(
  event: NotificationEvent,
  subjects: readonly Subject[],
  shop: Shop | undefined,
): Pick<MessageContent, 'page' | 'path'> {
  if (shop && isCardEvent(event)) return target('pages/handover/make-card', '/make-card', { shop: shop.id })
  if (!shop) return { page: 'pages/home/index', path: '/home' }
  const [order] = subjects.length === 1 ? subjects.flatMap(({ order: one }) => one?.id ?? []) : []
  if (isShopEvent(event))
    return order === undefined
      ? target('pages/merchant/shop', '/merchant', { shop: shop.id, ...listByEvent[event] })
      : target('pages/merchant/order', '/merchant-order', { shop: shop.id, order })
  return order === undefined
    ? target('pages/orders/mine', '/orders', {})
    : target('pages/orders/order', '/order', { shop: shop.id, order })
}

function target(page: string, path: string, params: Record<string, string>) {
  const query = Object.keys(params).length > 0 ? `?${new URLSearchParams(params)}` : ''
  return { page: page + query, path: path + query }
}
