import type { Id } from '@/domain/id'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { storage } from '@/platform/storage/storage'
import type { LookState } from '../sync/use-publish'

/** What a shop is decorated with, as the server told it last. */
export interface Decorated {
  shop: Shop
  products: readonly Product[]
  state: LookState
}

/** So many shops are kept, those that were decorated last. */
const MOST_SHOPS = 3
/** None is kept that is longer: a browser takes about 5 MB in all, WeChat 1 MB a key. */
const LONGEST = 200_000

const LIST = 'decorated'
const keyOf = (shopId: Id) => `decorated-${shopId}`

/** Puts it away for when there is no network. Where it has no room, nothing older stays in its place. */
export function keepDecorated(shopId: Id, decorated: Decorated): void {
  const others = (storage.get<Id[]>(LIST) ?? []).filter((other) => other !== shopId)
  for (const other of others.splice(MOST_SHOPS - 1)) storage.remove(keyOf(other))
  const fits = JSON.stringify(decorated).length <= LONGEST
  if (!fits || !storage.set(keyOf(shopId), decorated)) storage.remove(keyOf(shopId))
  storage.set(LIST, [shopId, ...others])
}

export const keptDecorated = (shopId: Id): Decorated | null => storage.get<Decorated>(keyOf(shopId))

/** The shop is not hers, or not there any more. */
export function forgetDecorated(shopId: Id): void {
  storage.remove(keyOf(shopId))
}
