import { normalizePhone, type Receiver } from '@/domain/receiver'
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

/** Normalizes a receiver for the server: trimmed texts, the phone in digits, the address on one line. */
export const normalizeReceiver = ({ name, phone, address }: ReceiverDraft): ReceiverDraft => ({
  name: name.trim(),
  phone: normalizePhone(phone),
  address: address.trim().replace(/\s*\n\s*/g, ' '),
})
