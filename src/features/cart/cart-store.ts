import type { Id } from '@/domain/id'
import { hasSameGoods, removeOrdered } from '@/domain/order/ordered-goods'
import { type CartLine, setQuantity } from '@/domain/product/cart'
import type { CartItem } from '@/domain/product/cart-check'
import { createPersistedStore } from '@/platform/storage/persisted-store'

interface Carts {
  /** The items of each shop's cart, oldest first. */
  carts: Record<Id, CartItem[]>
  /** Sets the quantity of an item, limited by the stock; 0 removes it. */
  put(shopId: Id, item: CartItem, stock: number): void
  clear(shopId: Id): void
  /** Replaces the whole cart of a shop. */
  replace(shopId: Id, items: CartItem[]): void
}

const withCart = (carts: Record<Id, CartItem[]>, shopId: Id, items: CartItem[]) => {
  const { [shopId]: _, ...others } = carts
  return items.length === 0 ? others : { ...others, [shopId]: items }
}

/** The persisted carts of all shops on this device. */
export const useCarts = createPersistedStore<Carts, Pick<Carts, 'carts'>>(
  (set) => ({
    carts: {},
    put: (shopId, item, stock) =>
      set(({ carts }) => ({
        carts: withCart(carts, shopId, setQuantity(carts[shopId] ?? [], item, stock)),
      })),
    clear: (shopId) => set(({ carts }) => ({ carts: withCart(carts, shopId, []) })),
    replace: (shopId, items) => set(({ carts }) => ({ carts: withCart(carts, shopId, items) })),
  }),
  {
    name: 'carts',
    version: 1,
    partialize: ({ carts }) => ({ carts }),
  },
)

const NO_ITEMS: CartItem[] = []

/** Returns the items of a shop's cart and re-renders when they change. */
export const useCartItems = (shopId: Id | undefined): CartItem[] =>
  useCarts(({ carts }) => (shopId === undefined ? NO_ITEMS : (carts[shopId] ?? NO_ITEMS)))

/** Removes the ordered lines from a shop's cart; returns whether the cart held exactly these. */
export function removeOrderedFromCart(shopId: Id, ordered: readonly CartLine[]): boolean {
  const { carts, replace } = useCarts.getState()
  const cart = carts[shopId] ?? []
  replace(shopId, removeOrdered(cart, ordered))
  return hasSameGoods(cart, ordered)
}
