import type { HandoverDraft } from '@/contract/shop/handovers'
import type { Id } from '@/domain/id'
import { type Photo, photoPath, sharePhotoPath } from '@/domain/photo'
import { newId } from '@/platform/device/new-id'
import { assetUrl } from '@/platform/media/assets'
import { localPhotos } from '@/platform/media/photos'
import { type ShopDraft, useDraft } from './shop-draft'

/** The answers of a draft that another phone goes on with; `null` while nothing is answered, or when the shop is being opened. */
export function toHandoverDraft(draft: ShopDraft): HandoverDraft | null {
  const { trade, sealed } = draft
  if (trade === null || sealed !== null) return null
  const { shopId, productId, skuId, at, good, words, typedName, ownName, unit } = draft
  const { price, surePrice, fulfilments, freight, pickupPlace, phone, template } = draft
  return {
    ...{ shopId, productId, skuId, at, trade, good, words, typedName, ownName, unit },
    ...{ price, surePrice, fulfilments, freight, pickupPlace, phone, template },
  }
}

/** Stores a photo of the server on this phone; `null` when it cannot be loaded or read. */
export async function storePhoto({ hash }: Photo): Promise<Id | null> {
  // old phones cannot read WebP
  for (const path of [photoPath(hash, 1200), sharePhotoPath(hash)]) {
    const id = newId()
    try {
      const photo = await localPhotos.download(assetUrl(path))
      await photo.save(id)
      return id
    } catch {
      // the next form, if any
    }
  }
  return null
}

/** Forgets the draft and its photos. */
export function forgetDraft(): void {
  const { draft, restart } = useDraft.getState()
  for (const id of [draft.photoId, draft.lastPhotoId]) if (id) void localPhotos.drop(id)
  restart()
}

/** Puts a draft of another phone in the place of this phone's, with its photo, which is stored on this phone. */
export function adoptDraft(received: HandoverDraft, photoId: Id | null): void {
  forgetDraft()
  useDraft.getState().change({ ...received, photoId })
}
