import { type ReactNode, useContext, useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import type { Id } from '@/domain/id'
import type { Photo } from '@/domain/photo'
import { newId } from '@/platform/device/new-id'
import { useConsent } from '@/platform/device/use-consent'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { type PhotoErrorReason, photoErrorReason } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import { addPendingPhoto, removePendingPhoto } from '../sync/pending-uploads'
import { ConsentContext } from './consent-context'

export interface PhotoUpload {
  pick(from: 'camera' | 'album'): void
  busy: boolean
  /** The last upload failed. */
  failed: boolean
  /** Why no photo could be taken or picked. */
  error?: PhotoErrorReason
  /** The consent sheet to render while consent is requested. */
  consent: ReactNode
}

/**
 * Takes or picks a photo for a slot and uploads it; `onSent` gets it once the server has it. The local copy is dropped after
 * a success and after a failure: the owner sees the error and picks again.
 */
export function usePhotoUpload(slot: string, onSent: (photo: Photo) => void | Promise<void>): PhotoUpload {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const ConsentSheet = useContext(ConsentContext)
  const [error, setError] = useState<PhotoErrorReason>()
  const isMounted = useIsMounted()

  async function take(from: 'camera' | 'album') {
    const id = newId()
    setError(undefined)
    try {
      if (!(await localPhotos.pick(id, from))) return
    } catch (thrown) {
      return setError(photoErrorReason(thrown))
    }
    setState('busy')
    addPendingPhoto(id, slot)
    const isUploaded = await send(id).catch(() => false)
    removePendingPhoto(id, !isUploaded && !isMounted.current)
    setState(isUploaded ? 'idle' : 'failed')
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
    ...(error ? { error } : {}),
    consent: asking ? <ConsentSheet onAgree={asking.agree} onRefuse={asking.refuse} /> : null,
  }
}
