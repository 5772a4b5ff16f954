import type { Id } from '@/domain/id'
import { storage } from '@/platform/storage/storage'
import type { OpenRequest } from './shop-draft'

/** A shop just opened on this device, stored because the server returns its key only once. */
export interface OpenedShop {
  id: Id
  slug: string
  url?: string
  key?: string
  spent: number
  request: OpenRequest
  /** True if an earlier request, with content other than `request`, opened the shop. */
  earlier?: boolean
}

const storageKey = (id: Id) => `opened-shop:${id}`

export const openedShops = {
  save: (shop: OpenedShop): boolean => storage.set(storageKey(shop.id), shop),
  get: (id: Id): OpenedShop | null => storage.get<OpenedShop>(storageKey(id)),
  /** Removes the key once the owner has saved it. */
  removeKey(id: Id) {
    const shop = openedShops.get(id)
    if (!shop) return
    const { key: _, ...rest } = shop
    storage.set(storageKey(id), rest)
  },
  remove: (id: Id) => storage.remove(storageKey(id)),
}
