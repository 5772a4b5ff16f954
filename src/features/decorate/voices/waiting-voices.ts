import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { localVoices } from '@/platform/audio/voices'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** A recording on this phone that is not on the server yet. */
export interface WaitingVoice {
  id: Id
  ms: number
}

export type Sending =
  | { kind: 'sending'; part: number }
  | { kind: 'waiting' }
  | { kind: 'refused'; failure: Failure }

interface WaitingVoices {
  waiting: Record<string, WaitingVoice>
  /** How sending goes, by the recording's id. */
  sending: Record<Id, Sending>
  /** Another one in place of what waits there. */
  keep(place: string, voice: WaitingVoice): void
  /** None waits there any more; the phone's file goes. */
  drop(place: string): void
  tell(id: Id, sending: Sending): void
  /** Counts how often somebody wanted it sent right now. */
  wishes: number
  sendNow(): void
}

const without = <T>(all: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))

/** Recordings wait here until they are sent; they outlive pages and the app. */
export const useWaitingVoices = createPersistedStore<WaitingVoices, Pick<WaitingVoices, 'waiting'>>(
  (set, get) => ({
    waiting: {},
    sending: {},
    keep: (place, voice) => {
      get().drop(place)
      set(({ waiting }) => ({ waiting: { ...waiting, [place]: voice } }))
    },
    drop: (place) => {
      const old = get().waiting[place]
      if (!old) return
      set(({ waiting, sending }) => ({
        waiting: without(waiting, place),
        sending: without(sending, old.id),
      }))
      void localVoices.drop(old.id)
    },
    wishes: 0,
    sendNow: () => set(({ wishes }) => ({ wishes: wishes + 1 })),
    tell: (id, how) => set(({ sending }) => ({ sending: { ...sending, [id]: how } })),
  }),
  {
    name: 'waiting-voices',
    version: 1,
    partialize: ({ waiting }) => ({ waiting }),
  },
)
