import { normalPhone, type Receiver } from '@/domain/receiver'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type ReceiverDraft = Required<Receiver>

interface ReceiverState {
  /** As typed; kept on this phone for the next time. */
  receiver: ReceiverDraft
  change(part: Partial<ReceiverDraft>): void
}

/** Who gets the goods, remembered from one order to the next. */
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

/** As the server wants it: without spaces around, and the phone in digits. */
export const tidy = ({ name, phone, address }: ReceiverDraft): ReceiverDraft => ({
  name: name.trim(),
  phone: normalPhone(phone),
  address: address.trim().replace(/\s*\n\s*/g, ' '),
})
