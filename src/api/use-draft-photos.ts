import { useEffect, useRef, useState } from 'react'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { DraftPhoto } from '@/domain/photo'
import type { AdvisedPhotoPicker, useAdvisedPhotos } from '@/platform/media/advised-photos'
import { localPhotos } from '@/platform/media/photos'
import { usePhotoPicker } from '@/platform/media/use-photos'
import { uploadPhoto } from './upload-photo'

type UploadState = { kind: 'sending'; part: number } | { kind: 'failed' }

interface DraftPhotos extends Pick<AdvisedPhotoPicker, 'request' | 'busy' | 'error' | 'advice'> {
  states: Record<Id, UploadState>
  isFull: boolean
  /** The failure of the last upload, if a retry cannot succeed. */
  uploadFailure?: Failure
  send(id: Id): Promise<boolean>
  /** Uploads all photos not uploaded yet; returns `false` if one failed. */
  sendAll(): Promise<boolean>
  /** Uploads the photos at these indexes again, because the server has deleted them; returns `false` if one failed. */
  resend(places: readonly number[]): Promise<boolean>
  remove(id: Id): void
  moveTo(id: Id, at: number): void
}

type Change = (edit: (photos: DraftPhoto[]) => DraftPhoto[]) => void

/** Replaces a photo by the uploaded one; returns the same list if it was removed meanwhile. */
const withUploaded = (photos: DraftPhoto[], uploaded: DraftPhoto): DraftPhoto[] =>
  photos.some(({ id }) => id === uploaded.id)
    ? photos.map((photo) => (photo.id === uploaded.id ? uploaded : photo))
    : photos

const usePlainPicker: typeof useAdvisedPhotos = ({ onStored, ...options }) =>
  usePhotoPicker({ ...options, onStored: (id) => onStored(id) })

/** Adds a photo, in the place of the one that it replaces. */
const withStored = (photos: DraftPhoto[], id: Id, most: number, replaced: Id | undefined): DraftPhoto[] => {
  if (photos.some((photo) => photo.id === replaced))
    return photos.map((photo) => (photo.id === replaced ? { id } : photo))
  return photos.length < most ? [...photos, { id }] : photos
}

/**
 * The photos of a draft: stored on the device when picked, then uploaded; failed uploads are retried on mount; `most` may be added.
 * @param usePicker picks them; `useAdvisedPhotos` judges photos of goods
 */
export function useDraftPhotos(
  photos: readonly DraftPhoto[],
  most: number,
  change: Change,
  usePicker: typeof useAdvisedPhotos = usePlainPicker,
): DraftPhotos {
  const [states, setStates] = useState<Record<Id, UploadState>>({})
  const [uploadFailure, setUploadFailure] = useState<Failure>()
  const running = useRef(new Map<Id, Promise<boolean>>())
  const mark = (id: Id, state?: UploadState) =>
    setStates(({ [id]: _before, ...others }) => (state ? { ...others, [id]: state } : others))

  async function upload(id: Id): Promise<boolean> {
    mark(id, { kind: 'sending', part: 0 })
    const result = await uploadPhoto(id, (part) => mark(id, { kind: 'sending', part }))
    mark(id, result.ok ? undefined : { kind: 'failed' })
    const isFinal =
      !result.ok && (!isTransient(result.failure.code) || result.failure.code === 'address-quota')
    setUploadFailure(isFinal ? result.failure : undefined)
    if (result.ok) change((known) => withUploaded(known, { id, hash: result.data.hash }))
    return result.ok
  }

  function send(id: Id): Promise<boolean> {
    const known = running.current.get(id)
    if (known) return known
    const sending = upload(id).finally(() => running.current.delete(id))
    running.current.set(id, sending)
    return sending
  }

  const pending = () => photos.filter(({ hash }) => hash === undefined)

  async function sendAll(): Promise<boolean> {
    const results: boolean[] = []
    for (const { id } of pending()) results.push(await send(id))
    return results.every(Boolean)
  }

  async function resend(places: readonly number[]): Promise<boolean> {
    const missing = photos.filter((_, at) => places.includes(at)).map(({ id }) => id)
    change((known) => known.map((photo) => (missing.includes(photo.id) ? { id: photo.id } : photo)))
    const results: boolean[] = []
    for (const id of missing) results.push(await send(id))
    return results.every(Boolean)
  }

  const sendOnMount = useRef(sendAll)
  useEffect(() => void sendOnMount.current(), [])

  const { request, busy, error, advice } = usePicker({
    most: most - photos.length,
    onStored: (id, replaced) => change((known) => withStored(known, id, most, replaced)),
    onFinish: async (ids) => {
      for (const id of ids) await send(id)
    },
  })

  return {
    states,
    isFull: photos.length >= most,
    busy,
    ...(error ? { error } : {}),
    ...(advice ? { advice } : {}),
    ...(uploadFailure ? { uploadFailure } : {}),
    request,
    send,
    sendAll,
    resend,
    remove: (id) => {
      change((known) => known.filter((photo) => photo.id !== id))
      void localPhotos.drop(id)
    },
    moveTo: (id, at) =>
      change((known) => {
        const others = known.filter((photo) => photo.id !== id)
        return [...others.slice(0, at), ...known.filter((photo) => photo.id === id), ...others.slice(at)]
      }),
  }
}
