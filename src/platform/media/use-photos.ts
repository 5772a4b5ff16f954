import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { type Photo, photoPath } from '@/domain/photo'
import type { ConsentRequest } from '../device/device-types'
import { newId } from '../device/new-id'
import { useConsent } from '../device/use-consent'
import { assetUrl } from './assets'
import { type PhotoErrorReason, type PhotoSource, type PhotoSubject, photoErrorReason } from './local-photo'
import { localPhotos } from './photos'

/** Returns a URL of a photo stored on this device; `null` if it no longer exists, `undefined` while loading. */
export function useLocalPhoto(id: Id | null): string | null | undefined {
  const [found, setFound] = useState<{ id: Id; source: string | null }>()
  useEffect(() => {
    if (!id) return
    let stopped = false
    void localPhotos
      .source(id)
      .catch(() => null)
      .then((source) => {
        if (!stopped) setFound({ id, source })
      })
    return () => {
      stopped = true
    }
  }, [id])
  return id && found?.id === id ? found.source : undefined
}

/** The URL of a photo: the local file if it exists, else the server's. */
export function usePhotoSource({ id, hash }: Pick<Photo, 'id'> & Partial<Photo>): string | undefined {
  return useLocalPhoto(id) ?? (hash === undefined ? undefined : assetUrl(photoPath(hash, 375)))
}

export interface PhotoPicker {
  /** Takes or picks photos in a tap handler; `WithConsent` of `ui` shows the consent sheet that this may need. */
  request: ConsentRequest<PhotoSource>
  /** True while chosen photos are processed. */
  busy: boolean
  /** Why one of the photos picked last was not stored; `many` if more were chosen than there is room for. */
  error?: PhotoErrorReason | 'many'
}

export interface PhotoPickerOptions {
  /** The number of photos that may be picked at once; one by default. */
  most?: number
  /** `goods` by default. */
  subject?: PhotoSubject
  /** Gets the id of each photo once it is stored on this phone, in the order chosen. The picker is busy until a promise is settled. */
  onStored(id: Id, from: PhotoSource): void | Promise<void>
  /** Gets the ids of all photos stored by one pick. */
  onFinish?(ids: readonly Id[]): void
}

/** Takes or picks photos, shrinks them and stores each under a new id on this phone. A cancelled pick has no effect. */
export function usePhotoPicker({
  most = 1,
  subject = 'goods',
  onStored,
  onFinish,
}: PhotoPickerOptions): PhotoPicker {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PhotoPicker['error']>()

  function reportError(cause: unknown): [] {
    setError(photoErrorReason(cause))
    return []
  }

  async function take(from: PhotoSource) {
    setError(undefined)
    const picked = await localPhotos.pick(from, most, subject).catch(reportError)
    if (picked.length === 0) return
    if (picked.length > most) setError('many')
    // busy starts only after a choice: some browsers do not report a cancelled picker
    setBusy(true)
    const ids: Id[] = []
    for (const photo of picked.slice(0, most)) {
      const id = newId()
      try {
        await photo.save(id)
      } catch (cause) {
        reportError(cause)
        continue
      }
      ids.push(id)
      await onStored(id, from)
    }
    setBusy(false)
    onFinish?.(ids)
  }

  return { request: useConsent<PhotoSource>((from) => void take(from)), busy, ...(error ? { error } : {}) }
}
