import type { Id } from '@/domain/id'
import { storage } from '@/platform/storage/storage'
import type { OpenRequest } from './draft'

/** A shop this phone has just opened: kept until its owner goes on, for its key is told only once. */
export interface OpenedShop {
  id: Id
  slug: string
  url?: string
  key?: string
  spent: number
  request: OpenRequest
  /** It was opened before, with other content than `request`. */
  earlier?: boolean
}

const name = (id: Id) => `opened-shop:${id}`

export const openedShops = {
  keep: (shop: OpenedShop): boolean => storage.set(name(shop.id), shop),
  get: (id: Id): OpenedShop | null => storage.get<OpenedShop>(name(id)),
  /** Its key is safe elsewhere. */
  dropKey(id: Id) {
    const shop = openedShops.get(id)
    if (!shop) return
    const { key: _, ...rest } = shop
    storage.set(name(id), rest)
  },
  drop: (id: Id) => storage.remove(name(id)),
}
