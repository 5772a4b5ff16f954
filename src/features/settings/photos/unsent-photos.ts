import type { Id } from '@/domain/id'
import type { ShopPhotoName } from '@/domain/photo'
import { createPersistedStore } from '@/platform/storage/persisted-store'

interface UnsentPhotos {
  /** The photos on this phone that are to be a shop's logo or banner, by `keyOf`. */
  ids: Readonly<Record<string, Id>>
}

/** Photos that were chosen for a shop and are not saved yet: without a network they wait here. */
export const useUnsentPhotos = createPersistedStore<UnsentPhotos, UnsentPhotos>(() => ({ ids: {} }), {
  name: 'unsent-shop-photos',
  version: 1,
  partialize: ({ ids }) => ({ ids }),
})

export const keyOf = (shopId: Id, name: ShopPhotoName): string => `${shopId}/${name}`

export function putUnsent(key: string, id: Id): void {
  useUnsentPhotos.setState(({ ids }) => ({ ids: { ...ids, [key]: id } }))
}

/** Forgets a photo, unless another one was chosen since. */
export function dropUnsent(key: string, id: Id): void {
  useUnsentPhotos.setState(({ ids }) => {
    const { [key]: known, ...others } = ids
    return { ids: known === id ? others : ids }
  })
}
