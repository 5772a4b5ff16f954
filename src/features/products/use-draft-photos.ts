import { useEffect, useRef, useState } from 'react'
import { uploadPhoto } from '@/api/upload-photo'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { MAX_PRODUCT_PHOTOS } from '@/domain/photo'
import { newId } from '@/platform/device/new-id'
import { type PhotoErrorReason, troubleOf } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import type { DraftPhoto } from './product-draft'

/** How a photo's way to the server goes. */
export type PhotoState = { kind: 'sending'; part: number } | { kind: 'failed' }

export interface DraftPhotos {
  states: Record<Id, PhotoState>
  full: boolean
  /** Why one of those chosen last is not there. */
  trouble?: PhotoErrorReason | 'many'
  /** Why the server did not take the last one, where sending it again does not help. */
  refusal?: Failure
  pick(from: 'camera' | 'album'): Promise<void>
  send(id: Id): Promise<boolean>
  /** Sends those that are not there yet; `false` when one did not arrive. */
  sendAll(): Promise<boolean>
  /** The server no longer has these, which were sent long ago: they are sent from the phone once more. */
  sendAgain(places: readonly number[]): Promise<boolean>
  remove(id: Id): void
  putFirst(id: Id): void
}

type Change = (edit: (photos: DraftPhoto[]) => DraftPhoto[]) => void

/** The same list where the photo was taken out meanwhile. */
const withHash = (known: DraftPhoto[], sent: DraftPhoto): DraftPhoto[] =>
  known.some(({ id }) => id === sent.id) ? known.map((photo) => (photo.id === sent.id ? sent : photo)) : known

/** The photos of a draft: kept on the phone when picked, sent at once, and again after a lost network. */
export function useDraftPhotos(photos: readonly DraftPhoto[], change: Change): DraftPhotos {
  const [states, setStates] = useState<Record<Id, PhotoState>>({})
  const [trouble, setTrouble] = useState<PhotoErrorReason | 'many'>()
  const [refusal, setRefusal] = useState<Failure>()
  const running = useRef(new Map<Id, Promise<boolean>>())
  const mark = (id: Id, state?: PhotoState) =>
    setStates(({ [id]: _before, ...others }) => (state ? { ...others, [id]: state } : others))

  async function upload(id: Id): Promise<boolean> {
    mark(id, { kind: 'sending', part: 0 })
    const result = await uploadPhoto(id, (part) => mark(id, { kind: 'sending', part }))
    mark(id, result.ok ? undefined : { kind: 'failed' })
    const isFinal =
      !result.ok && (!isTransient(result.failure.code) || result.failure.code === 'address-quota')
    setRefusal(isFinal ? result.failure : undefined)
    if (result.ok) change((known) => withHash(known, { id, hash: result.data.hash }))
    return result.ok
  }

  function send(id: Id): Promise<boolean> {
    const known = running.current.get(id)
    if (known) return known
    const sending = upload(id).finally(() => running.current.delete(id))
    running.current.set(id, sending)
    return sending
  }

  const unsent = () => photos.filter(({ hash }) => hash === undefined)

  async function sendAll(): Promise<boolean> {
    const arrived: boolean[] = []
    for (const { id } of unsent()) arrived.push(await send(id))
    return arrived.every(Boolean)
  }

  async function sendAgain(places: readonly number[]): Promise<boolean> {
    const lost = photos.filter((_, at) => places.includes(at)).map(({ id }) => id)
    change((known) => known.map((photo) => (lost.includes(photo.id) ? { id: photo.id } : photo)))
    const arrived: boolean[] = []
    for (const id of lost) arrived.push(await send(id))
    return arrived.every(Boolean)
  }

  const onOpen = useRef(sendAll)
  useEffect(() => void onOpen.current(), [])

  /** Keeps one after the other on the phone, in the order they were chosen, then sends them. */
  async function pick(from: 'camera' | 'album') {
    setTrouble(undefined)
    const room = MAX_PRODUCT_PHOTOS - photos.length
    const picked = await localPhotos.pickSeveral(from, room).catch(fails)
    if (picked.length > room) setTrouble('many')
    const ids: Id[] = []
    for (const photo of picked.slice(0, room)) {
      const id = newId()
      try {
        await photo.keep(id)
      } catch (error) {
        fails(error)
        continue
      }
      change((known) => (known.length < MAX_PRODUCT_PHOTOS ? [...known, { id }] : known))
      ids.push(id)
    }
    for (const id of ids) await send(id)
  }

  function fails(error: unknown): [] {
    setTrouble(troubleOf(error))
    return []
  }

  return {
    states,
    full: photos.length >= MAX_PRODUCT_PHOTOS,
    ...(trouble ? { trouble } : {}),
    ...(refusal ? { refusal } : {}),
    pick,
    send,
    sendAll,
    sendAgain,
    remove: (id) => {
      change((known) => known.filter((photo) => photo.id !== id))
      void localPhotos.drop(id)
    },
    putFirst: (id) =>
      change((known) => [...known.filter((p) => p.id === id), ...known.filter((p) => p.id !== id)]),
  }
}
