import { type ReactNode, useContext, useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import type { Id } from '@/domain/id'
import type { Photo } from '@/domain/photo'
import { newId } from '@/platform/device/new-id'
import { useConsent } from '@/platform/device/use-consent'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { type PhotoErrorReason, troubleOf } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import { photoEnds, photoLeaves } from '../sync/pending-uploads'
import { Consent } from './consent'

export interface PhotoSender {
  pick(from: 'camera' | 'album'): void
  busy: boolean
  /** It did not arrive. */
  failed: boolean
  /** Why there was none to send. */
  trouble?: PhotoErrorReason
  /** Stands in the page while consent is asked for. */
  consent: ReactNode
}

/**
 * Takes or picks a photo for a place and sends it; `onSent` gets it once it is on the server. Then the phone need not keep
 * it, nor where it was not taken: she is told, and picks again.
 */
export function usePhotoSender(place: string, onSent: (photo: Photo) => void | Promise<void>): PhotoSender {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const ConsentSheet = useContext(Consent)
  const [trouble, setTrouble] = useState<PhotoErrorReason>()
  const here = useIsMounted()

  async function take(from: 'camera' | 'album') {
    const id = newId()
    setTrouble(undefined)
    try {
      if (!(await localPhotos.pick(id, from))) return
    } catch (error) {
      return setTrouble(troubleOf(error))
    }
    setState('busy')
    photoLeaves(id, place)
    const arrived = await send(id).catch(() => false)
    photoEnds(id, !arrived && !here.current)
    setState(arrived ? 'still' : 'failed')
    void localPhotos.drop(id).catch(() => undefined)
  }

  async function send(id: Id): Promise<boolean> {
    const sent = await uploadPhoto(id)
    if (sent.ok) await onSent({ id, hash: sent.data.hash })
    return sent.ok
  }

  const { pick, asking } = useConsent((from) => void take(from))
  return {
    pick,
    busy: state === 'busy',
    failed: state === 'failed',
    ...(trouble ? { trouble } : {}),
    consent: asking ? <ConsentSheet onAgree={asking.agree} onRefuse={asking.refuse} /> : null,
  }
}
