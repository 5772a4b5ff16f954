import { create } from 'zustand'
import type { Id } from '@/domain/id'
import type { Design } from './design'
import { useWaitingVoices, voicePlace } from './voices/waiting-voices'

/** Photos of this phone that are on their way to a design. */
export const usePhotosOnTheWay = create<{ count: number }>()(() => ({ count: 0 }))

export const countPhotos = (by: 1 | -1): void =>
  usePhotosOnTheWay.setState(({ count }) => ({ count: count + by }))

/** What belongs to a design and has not reached the server. */
export interface Unsent {
  voices: number
  photos: number
  /** Some voice waits for a network, or the server does not take it. */
  how: 'on the way' | 'no network' | 'refused'
}

/** What buyers would not hear or see yet if the design were published now. */
export function useUnsent(shopId: Id, { sections }: Design): Unsent | undefined {
  const photos = usePhotosOnTheWay(({ count }) => count)
  const voices = useWaitingVoices(({ waiting, sending }) =>
    sections
      .flatMap(({ id }) => waiting[voicePlace(shopId, id)]?.id ?? [])
      .map((id) => sending[id]?.kind ?? 'waiting')
      .join(),
  )
  if (!voices && photos === 0) return undefined
  const kinds = voices ? voices.split(',') : []
  const how = kinds.includes('refused') ? 'refused' : kinds.includes('waiting') ? 'no network' : 'on the way'
  return { voices: kinds.length, photos, how }
}
