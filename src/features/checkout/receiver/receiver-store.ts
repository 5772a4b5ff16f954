import type { Receiver } from '@/domain/receiver/receiver'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type ReceiverDraft = Required<Receiver>

interface ReceiverState {
  /** As typed. */
  receiver: ReceiverDraft
  change(part: Partial<ReceiverDraft>): void
}

/** The persisted receiver, reused for the next order. */
export const useReceiver = createPersistedStore<ReceiverState, Pick<ReceiverState, 'receiver'>>(
  (set) => ({
    receiver: { name: '', phone: '', address: '' },
    change: (part) => set(({ receiver }) => ({ receiver: { ...receiver, ...part } })),
  }),
  {
    name: 'receiver',
    version: 1,
    partialize: ({ receiver }) => ({ receiver }),
  },
)
