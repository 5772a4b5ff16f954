import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { createLruStorage } from '@/platform/storage/lru-storage'
import type { LookState } from '../sync/use-publish'

/** The server data that the look editor needs, as last read. */
export interface EditorState {
  shop: Shop
  products: readonly Product[]
  state: LookState
}

/** The maximum length of an entry in characters: a browser stores about 5 MB in all, WeChat 1 MB a key. */
const MAX_LENGTH = 200_000

const states = createLruStorage<EditorState>({
  listKey: 'decorated',
  entryPrefix: 'decorated-',
  maxEntries: 3,
})

/** Caches the state for offline use. If it does not fit, the older entry is removed. */
export function cacheEditorState(shopId: Id, state: EditorState): void {
  if (JSON.stringify(state).length <= MAX_LENGTH) states.set(shopId, state)
  else states.remove(shopId)
}

export const readCachedEditorState = (shopId: Id): EditorState | null => states.get(shopId)

/** Removes the cached state of a shop that was removed or is no longer the owner's. */
export const dropCachedEditorState = (shopId: Id): void => states.remove(shopId)
