import type { CartLine } from './cart'
import type { Day } from './day'
import type { Id } from './id'
import type { Fen } from './money'
import { MAX_QUANTITY } from './order'
import type { Photo } from './photo'
import type { Product, Sku } from './sku'

/** A line as it was put in: what it was called and what it cost then. */
export interface CartItem extends CartLine {
  productId: Id
  name: string
  label?: string
  unit: string
  price: Fen
  photo?: Photo
}

/** Why a line cannot be bought as it is: not sold any more, none left, fewer left, or its day is over. */
export type LineTrouble = 'gone' | 'sold-out' | 'short' | 'past-day'

/** A line beside today's facts. `quantity` is what can be had of it, `stock` what there is of its sku on all days. */
export interface CheckedLine {
  item: CartItem
  name: string
  label?: string
  unit: string
  photo?: Photo
  price: Fen
  /** What it cost when it was put in, when that is something else. */
  priceWas?: Fen
  quantity: number
  stock: number
  trouble?: LineTrouble
}

/** A product as it is now; `null` when it is gone, `undefined` while nobody knows. */
export type ProductNow = (productId: Id) => Product | null | undefined

/** The item of a sku, as a product sells it now. */
export function cartItem(product: Product, sku: Sku, quantity: number, date?: Day): CartItem {
  const [photo] = product.photos
  return {
    skuId: sku.id,
    productId: product.id,
    name: product.name,
    unit: product.unit,
    price: sku.price,
    quantity,
    ...(sku.label === undefined ? {} : { label: sku.label }),
    ...(photo ? { photo } : {}),
    ...(date === undefined ? {} : { date }),
  }
}

function asSeen(item: CartItem): CheckedLine {
  const { name, label, unit, photo, price, quantity } = item
  const optional = { ...(label === undefined ? {} : { label }), ...(photo ? { photo } : {}) }
  return { item, name, unit, price, quantity, stock: MAX_QUANTITY, ...optional }
}

function troubleOf(item: CartItem, left: number, today: Day): LineTrouble | undefined {
  if (item.date !== undefined && item.date < today) return 'past-day'
  if (left === 0) return 'sold-out'
  return left < item.quantity ? 'short' : undefined
}

function checkLine(
  item: CartItem,
  product: Product | null | undefined,
  taken: number,
  today: Day,
): CheckedLine {
  if (product === undefined) return asSeen(item)
  const sku = product?.onSale ? product.skus.find((each) => each.id === item.skuId) : undefined
  if (!product || !sku) return { ...asSeen(item), quantity: 0, stock: 0, trouble: 'gone' }
  const left = Math.max(0, sku.stock - taken)
  const trouble = troubleOf(item, left, today)
  return {
    ...asSeen({ ...cartItem(product, sku, item.quantity) }),
    item,
    quantity: trouble === 'past-day' ? 0 : Math.min(item.quantity, left),
    stock: sku.stock,
    ...(sku.price === item.price ? {} : { priceWas: item.price }),
    ...(trouble ? { trouble } : {}),
  }
}

/** A cart beside today's facts. One sku on several days shares its stock, the earlier line first. */
export function checkCart(items: readonly CartItem[], now: ProductNow, today: Day): CheckedLine[] {
  const taken = new Map<Id, number>()
  return items.map((item) => {
    const line = checkLine(item, now(item.productId), taken.get(item.skuId) ?? 0, today)
    taken.set(item.skuId, (taken.get(item.skuId) ?? 0) + line.quantity)
    return line
  })
}
