import type { Day } from '../day'
import type { Id } from '../id'
import type { Fen } from '../money'
import { MAX_QUANTITY } from '../order/order'
import type { Photo } from '../photo'
import type { CartLine } from './cart'
import type { Product } from './product'
import type { Sku } from './sku'

/** A cart line with the name and the price at the time it was added. */
export interface CartItem extends CartLine {
  productId: Id
  name: string
  label?: string
  unit: string
  price: Fen
  photo?: Photo
}

/** Why a line cannot be ordered unchanged: no longer on sale, sold out, not enough stock, or its day has passed. */
export type LineIssue = 'gone' | 'sold-out' | 'short' | 'past-day'

/** A line with current product data. `quantity` is the quantity that can be ordered, `stock` the sku's stock for all days. */
export interface CheckedLine {
  item: CartItem
  name: string
  label?: string
  unit: string
  photo?: Photo
  price: Fen
  /** The price when the line was added, if it differs from `price`. */
  priceWas?: Fen
  quantity: number
  stock: number
  issue?: LineIssue
}

/** Returns the current product, `null` when it no longer exists, `undefined` while it is not loaded. */
export type ProductLookup = (productId: Id) => Product | null | undefined

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

/** The line with the data stored in the cart, for a product that is not loaded. */
function uncheckedLine(item: CartItem): CheckedLine {
  const { name, label, unit, photo, price, quantity } = item
  const optional = { ...(label === undefined ? {} : { label }), ...(photo ? { photo } : {}) }
  return { item, name, unit, price, quantity, stock: MAX_QUANTITY, ...optional }
}

function issueOf(item: CartItem, available: number, today: Day): LineIssue | undefined {
  if (item.date !== undefined && item.date < today) return 'past-day'
  if (available === 0) return 'sold-out'
  return available < item.quantity ? 'short' : undefined
}

function checkLine(
  item: CartItem,
  product: Product | null | undefined,
  taken: number,
  today: Day,
): CheckedLine {
  if (product === undefined) return uncheckedLine(item)
  const sku = product?.onSale ? product.skus.find((each) => each.id === item.skuId) : undefined
  if (!product || !sku) return { ...uncheckedLine(item), quantity: 0, stock: 0, issue: 'gone' }
  const available = Math.max(0, sku.stock - taken)
  const issue = issueOf(item, available, today)
  return {
    ...uncheckedLine({ ...cartItem(product, sku, item.quantity) }),
    item,
    quantity: issue === 'past-day' ? 0 : Math.min(item.quantity, available),
    stock: sku.stock,
    ...(sku.price === item.price ? {} : { priceWas: item.price }),
    ...(issue ? { issue } : {}),
  }
}

/** Checks a cart against current products. Lines of one sku share its stock; earlier lines take precedence. */
export function checkCart(items: readonly CartItem[], lookup: ProductLookup, today: Day): CheckedLine[] {
  const taken = new Map<Id, number>()
  return items.map((item) => {
    const line = checkLine(item, lookup(item.productId), taken.get(item.skuId) ?? 0, today)
    taken.set(item.skuId, (taken.get(item.skuId) ?? 0) + line.quantity)
    return line
  })
}
