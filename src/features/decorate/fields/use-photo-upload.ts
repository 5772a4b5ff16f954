import { useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import type { Id } from '@/domain/id'
import type { Photo } from '@/domain/photo'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { localPhotos } from '@/platform/media/photos'
import { usePhotoPicker } from '@/platform/media/use-photos'
import { addPendingPhoto, removePendingPhoto } from '../sync/pending-uploads'

export type PhotoUpload = ReturnType<typeof usePhotoUpload>

const drop = (id: Id) => localPhotos.drop(id).catch(() => undefined)

/**
 * Takes or picks a photo for a slot and uploads it; `onSent` gets it once the server has it. The local copy is dropped after
 * a success and after a failure: the owner sees the error and picks again.
 */
export function usePhotoUpload(slot: string, onSent: (photo: Photo) => void | Promise<void>) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const isMounted = useIsMounted()

  async function upload(id: Id) {
    setState('busy')
    addPendingPhoto(id, slot)
    const isUploaded = await send(id).catch(() => false)
    removePendingPhoto(id, !isUploaded && !isMounted.current)
    setState(isUploaded ? 'idle' : 'failed')
    if (!isUploaded) void drop(id)
  }

  async function send(id: Id): Promise<boolean> {
    const sent = await uploadPhoto(id)
    if (!sent.ok) return false
    // a tile that had found the local copy would show a drawing once it is dropped
    await drop(id)
    await onSent({ id, hash: sent.data.hash })
    return true
  }

  const { request, error } = usePhotoPicker({ onStored: (id) => void upload(id) })
  return {
    request,
    busy: state === 'busy',
    /** The last upload failed. */
    failed: state === 'failed',
    /** Why no photo could be taken or picked. */
    error,
  }
}
