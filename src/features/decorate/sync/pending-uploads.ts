import { create } from 'zustand'
import type { Id } from '@/domain/id'
import type { Design } from '../model/design'
import { sectionPlace } from '../model/section-place'
import { useWaitingVoices } from '../voices/waiting-voices'

interface PhotosOnTheWay {
  /** Where each is to stand, by the photo's id. */
  places: Readonly<Record<Id, string>>
  /** How many did not arrive after the form that they were chosen in was left, so that nobody was told there. */
  missed: number
}

/** Photos of this phone that are on their way to a design. */
export const usePhotosOnTheWay = create<PhotosOnTheWay>()(() => ({ places: {}, missed: 0 }))

export const photoLeaves = (id: Id, place: string): void =>
  usePhotosOnTheWay.setState(({ places }) => ({ places: { ...places, [id]: place } }))

/** It is there, or will not come; `untold` where nobody sees the form that would say so. */
export const photoEnds = (id: Id, untold: boolean): void =>
  usePhotosOnTheWay.setState(({ places, missed }) => {
    const { [id]: _, ...others } = places
    return { places: others, missed: missed + Number(untold) }
  })

/** Whether a voice or photo is on its way into a section. */
export function isAwaited(shopId: Id, sectionId: string): boolean {
  const place = sectionPlace(shopId, sectionId)
  return (
    useWaitingVoices.getState().waiting[place] !== undefined ||
    Object.values(usePhotosOnTheWay.getState().places).includes(place)
  )
}

/** What belongs to a design and has not reached the server. */
export interface Unsent {
  voices: number
  photos: number
  /** Some voice waits for a network, or the server does not take it. */
  how: 'on the way' | 'no network' | 'refused'
}

/** What buyers would not hear or see yet if the design were published now. */
export function useUnsent(shopId: Id, { sections }: Design): Unsent | undefined {
  const photos = usePhotosOnTheWay(({ places }) => Object.keys(places).length)
  const voices = useWaitingVoices(({ waiting, sending }) =>
    sections
      .flatMap(({ id }) => waiting[sectionPlace(shopId, id)]?.id ?? [])
      .map((id) => sending[id]?.kind ?? 'waiting')
      .join(),
  )
  if (!voices && photos === 0) return undefined
  const kinds = voices ? voices.split(',') : []
  const how = kinds.includes('refused') ? 'refused' : kinds.includes('waiting') ? 'no network' : 'on the way'
  return { voices: kinds.length, photos, how }
}
