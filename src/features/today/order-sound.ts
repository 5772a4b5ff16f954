import { createPersistedStore } from '@/platform/storage/persisted-store'

interface OrderSound {
  /** True if a short sound announces a new order. */
  isOn: boolean
  toggle(): void
}

/** The owner's choice on this phone; persisted. */
export const useOrderSound = createPersistedStore<OrderSound, Pick<OrderSound, 'isOn'>>(
  (set, get) => ({ isOn: true, toggle: () => set({ isOn: !get().isOn }) }),
  { name: 'order-sound', partialize: ({ isOn }) => ({ isOn }) },
)
