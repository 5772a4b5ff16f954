import { createPersistedStore } from '@/platform/storage/persisted-store'

interface OrderSound {
  /** A short sound is played when an order comes. */
  isOn: boolean
  toggle(): void
}

/** Her choice on this phone. */
export const useOrderSound = createPersistedStore<OrderSound, Pick<OrderSound, 'isOn'>>(
  (set, get) => ({ isOn: true, toggle: () => set({ isOn: !get().isOn }) }),
  { name: 'order-sound', partialize: ({ isOn }) => ({ isOn }) },
)
