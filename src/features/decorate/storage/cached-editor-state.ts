import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import type { Shop } from '@/domain/shop'
import { storage } from '@/platform/storage/storage'
import type { LookState } from '../sync/use-publish'

/** The server data that the look editor needs, as last read. */
export interface EditorState {
  shop: Shop
  products: readonly Product[]
  state: LookState
}

/** The number of shops that are cached: those edited last. */
const MAX_SHOPS = 3
/** The maximum length of an entry in characters: a browser stores about 5 MB in all, WeChat 1 MB a key. */
const MAX_LENGTH = 200_000

const LIST_KEY = 'decorated'
const keyOf = (shopId: Id) => `decorated-${shopId}`

/** Caches the state for offline use. If it does not fit, the older entry is removed. */
export function cacheEditorState(shopId: Id, state: EditorState): void {
  const others = (storage.get<Id[]>(LIST_KEY) ?? []).filter((other) => other !== shopId)
  for (const other of others.splice(MAX_SHOPS - 1)) storage.remove(keyOf(other))
  const fits = JSON.stringify(state).length <= MAX_LENGTH
  if (!fits || !storage.set(keyOf(shopId), state)) storage.remove(keyOf(shopId))
  storage.set(LIST_KEY, [shopId, ...others])
}

export const readCachedEditorState = (shopId: Id): EditorState | null =>
  storage.get<EditorState>(keyOf(shopId))

/** Removes the cached state of a shop that was removed or is no longer the owner's. */
export function dropCachedEditorState(shopId: Id): void {
  storage.remove(keyOf(shopId))
}
