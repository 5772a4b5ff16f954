import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { privacyConsent } from '@/platform/device/privacy-consent'
import { type PhotoErrorReason, photoErrorReason } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'

export type PhotoSource = 'camera' | 'album'

interface PhotoPick {
  /** Takes or picks a photo; asks for privacy consent first if it is required. */
  pick(from: PhotoSource): void
  /** The pending consent request. */
  consentRequest: { agree(): void; refuse(): void } | null
  busy: boolean
  error?: PhotoErrorReason
}

/** Takes or picks a photo and stores it under a new id, because an upload of the previous one may be running. */
export function usePhotoPick(onPhoto: (id: Id) => void): PhotoPick {
  const [needsConsent, setNeedsConsent] = useState(false)
  const [pendingSource, setPendingSource] = useState<PhotoSource | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PhotoErrorReason>()

  // checked in advance: a browser opens the camera only synchronously within a user gesture
  useEffect(() => {
    void privacyConsent.isNeeded().then(setNeedsConsent)
  }, [])

  async function take(from: PhotoSource) {
    const id = newId()
    setError(undefined)
    try {
      // busy starts only after a choice: some browsers do not report a cancelled picker
      if (await localPhotos.pick(id, from, () => setBusy(true))) onPhoto(id)
    } catch (cause) {
      setError(photoErrorReason(cause))
    }
    setBusy(false)
  }

  return {
    pick: (from) => (needsConsent ? setPendingSource(from) : void take(from)),
    consentRequest: pendingSource && {
      agree: () => {
        setNeedsConsent(false)
        setPendingSource(null)
        void take(pendingSource)
      },
      refuse: () => setPendingSource(null),
    },
    busy,
    ...(error ? { error } : {}),
  }
}
