import { setQuantity } from '@/domain/cart'
import type { CartItem } from '@/domain/cart-check'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

interface Carts {
  /** What is in the cart of each shop, oldest first. */
  carts: Record<Id, CartItem[]>
  /** Sets a line to its quantity, as far as the stock goes; 0 takes it out. */
  put(shopId: Id, item: CartItem, stock: number): void
  clear(shopId: Id): void
  /** Puts a whole cart in place of the one there is. */
  replace(shopId: Id, items: CartItem[]): void
}

const withCart = (carts: Record<Id, CartItem[]>, shopId: Id, items: CartItem[]) => {
  const { [shopId]: _, ...others } = carts
  return items.length === 0 ? others : { ...others, [shopId]: items }
}

/** The carts of every shop on this phone; they outlive the app. */
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

const NONE: CartItem[] = []

/** What is in a shop's cart; repaints when it changes. */
export const useCartItems = (shopId: Id | undefined): CartItem[] =>
  useCarts(({ carts }) => (shopId === undefined ? NONE : (carts[shopId] ?? NONE)))
