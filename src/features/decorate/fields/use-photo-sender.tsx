import { type ReactNode, useContext, useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import type { Photo } from '@/domain/photo'
import { newId } from '@/platform/new-id'
import { localPhotos } from '@/platform/photos'
import { usePhotoConsent } from '@/platform/use-photo-consent'
import { countPhotos } from '../unsent'
import { Consent } from './consent'

export interface PhotoSender {
  pick(from: 'camera' | 'album'): void
  busy: boolean
  failed: boolean
  /** Stands in the page while consent is asked for. */
  consent: ReactNode
}

/** Takes or picks a photo and sends it; `onSent` gets it once it is on the server. */
export function usePhotoSender(onSent: (photo: Photo) => void | Promise<void>): PhotoSender {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const ConsentSheet = useContext(Consent)

  async function take(from: 'camera' | 'album') {
    const id = newId()
    try {
      if (!(await localPhotos.pick(id, from))) return
      setState('busy')
      countPhotos(1)
      try {
        const sent = await uploadPhoto(id)
        if (!sent.ok) return setState('failed')
        await onSent({ id, hash: sent.data.hash })
      } finally {
        countPhotos(-1)
      }
      setState('still')
    } catch {
      setState('failed')
    }
  }

  const { pick, asking } = usePhotoConsent((from) => void take(from))
  return {
    pick,
    busy: state === 'busy',
    failed: state === 'failed',
    consent: asking ? <ConsentSheet onAgree={asking.agree} onRefuse={asking.refuse} /> : null,
  }
}
