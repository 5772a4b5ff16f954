import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { privacyConsent } from '@/platform/device/privacy-consent'
import { type PhotoErrorReason, troubleOf } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'

export type PhotoFrom = 'camera' | 'album'

interface PhotoPick {
  /** Takes or picks; asks for consent first where that is needed. */
  pick(from: PhotoFrom): void
  /** The consent that is being asked for, if it is. */
  asking: { agree(): void; refuse(): void } | null
  busy: boolean
  trouble?: PhotoErrorReason
}

/** Takes a photo. A new one gets a new id, so that a photo on its way is never another. */
export function usePhotoPick(onPhoto: (id: Id) => void): PhotoPick {
  const [needed, setNeeded] = useState(false)
  const [wanted, setWanted] = useState<PhotoFrom | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<PhotoErrorReason>()

  // asked beforehand: a browser opens the camera only within the tap itself
  useEffect(() => {
    void privacyConsent.isNeeded().then(setNeeded)
  }, [])

  async function take(from: PhotoFrom) {
    const id = newId()
    setTrouble(undefined)
    try {
      // not before something was chosen: not every browser tells that nothing was
      if (await localPhotos.pick(id, from, () => setBusy(true))) onPhoto(id)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
    setBusy(false)
  }

  return {
    pick: (from) => (needed ? setWanted(from) : void take(from)),
    asking: wanted && {
      agree: () => {
        setNeeded(false)
        setWanted(null)
        void take(wanted)
      },
      refuse: () => setWanted(null),
    },
    busy,
    ...(trouble ? { trouble } : {}),
  }
}
