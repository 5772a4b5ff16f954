import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { localVoices } from '@/platform/audio/voices'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** A recording on this phone that the server does not have yet. */
export interface PendingVoice {
  id: Id
  ms: number
}

export type VoiceUploadState =
  | { kind: 'sending'; part: number }
  | { kind: 'waiting' }
  | { kind: 'refused'; failure: Failure }

interface PendingVoices {
  /** By slot; persisted. */
  waiting: Record<string, PendingVoice>
  /** The upload state, by the recording's id. */
  sending: Record<Id, VoiceUploadState>
  /** Adds a recording in place of the slot's earlier one. */
  add(slot: string, voice: PendingVoice): void
  /** Removes the slot's recording and its file on the phone. */
  drop(slot: string): void
  setSending(id: Id, sending: VoiceUploadState): void
  /** Counts the requests to retry at once. */
  retryRequests: number
  sendNow(): void
}

const without = <T>(all: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))

/** Recordings that are still to be uploaded; persisted. */
export const usePendingVoices = createPersistedStore<PendingVoices, Pick<PendingVoices, 'waiting'>>(
  (set, get) => ({
    waiting: {},
    sending: {},
    add: (slot, voice) => {
      get().drop(slot)
      set(({ waiting }) => ({ waiting: { ...waiting, [slot]: voice } }))
    },
    drop: (slot) => {
      const dropped = get().waiting[slot]
      if (!dropped) return
      set(({ waiting, sending }) => ({
        waiting: without(waiting, slot),
        sending: without(sending, dropped.id),
      }))
      void localVoices.drop(dropped.id)
    },
    retryRequests: 0,
    sendNow: () => set(({ retryRequests }) => ({ retryRequests: retryRequests + 1 })),
    setSending: (id, state) => set(({ sending }) => ({ sending: { ...sending, [id]: state } })),
  }),
  {
    name: 'waiting-voices',
    version: 1,
    partialize: ({ waiting }) => ({ waiting }),
  },
)
