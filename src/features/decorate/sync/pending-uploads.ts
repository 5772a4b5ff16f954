import { create } from 'zustand'
import type { Id } from '@/domain/id'
import type { Design } from '../model/design'
import { sectionSlot } from '../model/section-slot'
import { usePendingVoices } from '../voices/pending-voices'

interface PendingPhotos {
  /** The slot of each photo, by the photo's id. */
  slots: Readonly<Record<Id, string>>
  /** The number of uploads that failed after their form was closed, so that the form could not report it. */
  unreportedFailures: number
}

/** Photos that this phone is uploading for a design. */
export const usePendingPhotos = create<PendingPhotos>()(() => ({ slots: {}, unreportedFailures: 0 }))

export const addPendingPhoto = (id: Id, slot: string): void =>
  usePendingPhotos.setState(({ slots }) => ({ slots: { ...slots, [id]: slot } }))

/** Removes a photo whose upload has ended; `isUnreported` counts a failure that no open form has shown. */
export const removePendingPhoto = (id: Id, isUnreported: boolean): void =>
  usePendingPhotos.setState(({ slots, unreportedFailures }) => {
    const { [id]: _, ...others } = slots
    return { slots: others, unreportedFailures: unreportedFailures + Number(isUnreported) }
  })

/** True if a recording or photo of a section is still to be uploaded. */
export function hasPendingUpload(shopId: Id, sectionId: string): boolean {
  const slot = sectionSlot(shopId, sectionId)
  return (
    usePendingVoices.getState().waiting[slot] !== undefined ||
    Object.values(usePendingPhotos.getState().slots).includes(slot)
  )
}

/** The number of a design's recordings and photos that the server does not have yet. */
export interface PendingUploads {
  voices: number
  photos: number
  /** `no network`: a recording waits for one; `refused`: the server does not accept a recording. */
  state: 'on the way' | 'no network' | 'refused'
}

/** The uploads that a design published now would lack; `undefined` if there are none. */
export function usePendingUploads(shopId: Id, { sections }: Design): PendingUploads | undefined {
  const photos = usePendingPhotos(({ slots }) => Object.keys(slots).length)
  const voices = usePendingVoices(({ waiting, sending }) =>
    sections
      .flatMap(({ id }) => waiting[sectionSlot(shopId, id)]?.id ?? [])
      .map((id) => sending[id]?.kind ?? 'waiting')
      .join(),
  )
  if (!voices && photos === 0) return undefined
  const kinds = voices ? voices.split(',') : []
  const state = kinds.includes('refused')
    ? 'refused'
    : kinds.includes('waiting')
      ? 'no network'
      : 'on the way'
  return { voices: kinds.length, photos, state }
}
