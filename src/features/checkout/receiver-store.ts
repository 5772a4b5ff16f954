import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { normalPhone, type Receiver } from '@/domain/receiver'
import { keptStorage } from '@/platform/kept-storage'

export type ReceiverDraft = Required<Receiver>

interface ReceiverState {
  /** As typed; kept on this phone for the next time. */
  receiver: ReceiverDraft
  change(part: Partial<ReceiverDraft>): void
}

/** Who gets the goods, remembered from one order to the next. */
export const useReceiver = create<ReceiverState>()(
  persist(
    (set) => ({
      receiver: { name: '', phone: '', address: '' },
      change: (part) => set(({ receiver }) => ({ receiver: { ...receiver, ...part } })),
    }),
    {
      name: 'receiver',
      version: 1,
      storage: keptStorage<Pick<ReceiverState, 'receiver'>>(),
      partialize: ({ receiver }) => ({ receiver }),
    },
  ),
)

/** As the server wants it: without spaces around, and the phone in digits. */
export const tidy = ({ name, phone, address }: ReceiverDraft): ReceiverDraft => ({
  name: name.trim(),
  phone: normalPhone(phone),
  address: address.trim().replace(/\s*\n\s*/g, ' '),
})
