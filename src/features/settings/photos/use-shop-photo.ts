import { useEffect, useRef, useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import type { Id } from '@/domain/id'
import type { Photo, ShopPhotoName } from '@/domain/photo'
import type { ManagedShop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { photoErrorWords } from '@/locales/product/photo'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { localPhotos } from '@/platform/media/photos'
import { useLocalPhoto, usePhotoPicker } from '@/platform/media/use-photos'
import { network } from '@/platform/network/network'
import { useSettingChange } from '../use-setting-change'
import { dropUnsent, keyOf, putUnsent, useUnsentPhotos } from './unsent-photos'

type Sending = { kind: 'idle' } | { kind: 'sending'; part: number } | { kind: 'failed'; why?: string }

interface ShopPhotoOptions {
  shop: ManagedShop
  name: ShopPhotoName
  onSaved(shop: ManagedShop): void
  /** A photo was taken or chosen. */
  onPicked(): void
}

/**
 * A shop's logo or banner: taken or picked, stored on this phone, uploaded and saved at once. What could not be sent is tried again when the
 * page opens and when the network returns. After a change the photo before can be put back.
 */
export function useShopPhoto({ shop, name, onSaved, onPicked }: ShopPhotoOptions) {
  const key = keyOf(shop.id, name)
  const unsentId = useUnsentPhotos(({ ids }) => ids[key])
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const [before, setBefore] = useState<Photo>()
  const isMounted = useIsMounted()
  const change = useSettingChange(shop, onSaved)
  // an upload takes long: it is saved over the shop as it is then
  const latest = useRef({ photo: shop[name], save: change.save })
  latest.current = { photo: shop[name], save: change.save }

  async function save(photo: Photo | null): Promise<boolean> {
    const replaced = latest.current.photo
    if (!(await latest.current.save({ [name]: photo }))) return false
    setBefore(replaced)
    return true
  }

  async function send(id: Id) {
    // a photo that was replaced meanwhile says nothing any more
    const report = (state: Sending) =>
      isMounted.current && useUnsentPhotos.getState().ids[key] === id && setSending(state)
    report({ kind: 'sending', part: 0 })
    const sent = await uploadPhoto(id, (part) => report({ kind: 'sending', part }))
    if (!sent.ok) return report({ kind: 'failed', why: describeFailure(sent.failure) })
    if (useUnsentPhotos.getState().ids[key] !== id) return
    if (!(await save({ id, hash: sent.data.hash }))) return report({ kind: 'failed' })
    report({ kind: 'idle' })
    forget(id)
  }

  function forget(id: Id) {
    dropUnsent(key, id)
    void localPhotos.drop(id).catch(() => undefined)
  }

  const { request, busy, error } = usePhotoPicker({
    onStored(id) {
      if (unsentId !== undefined) forget(unsentId)
      putUnsent(key, id)
      onPicked()
      void send(id)
    },
  })

  const resume = useRef(() => {
    if (unsentId !== undefined) void send(unsentId)
  })
  useEffect(() => resume.current(), [])
  const retry = () => {
    if (unsentId !== undefined && sending.kind === 'failed') void send(unsentId)
  }
  const retryOnline = useRef(retry)
  retryOnline.current = retry
  useEffect(() => network.onChange((online) => online && retryOnline.current()), [])

  return {
    request,
    sending: unsentId === undefined ? ({ kind: 'idle' } as const) : sending,
    /** The URL of a chosen photo that is not saved yet. */
    unsent: useLocalPhoto(unsentId ?? null) ?? undefined,
    /** True while a chosen photo is prepared, or a change without a new photo is saved. */
    busy: busy || (change.busy && unsentId === undefined),
    /** Why no photo could be taken, or why the last change was not saved. */
    error: (error && photoErrorWords[error]) ?? (sending.kind === 'failed' && sending.why) ?? change.error,
    retry,
    /** Gives a chosen photo up. */
    drop() {
      if (unsentId !== undefined) forget(unsentId)
      setSending({ kind: 'idle' })
    },
    remove: () => save(null),
    /** Puts the photo back that was shown before the last change of this page. */
    undo: before && before.id !== shop[name]?.id ? () => save(before) : undefined,
  }
}
