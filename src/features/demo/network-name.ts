import { createPersistedStore } from '@/platform/storage/persisted-store'

interface NetworkName {
  /** Empty unless the trainer has typed one. */
  name: string
  change(name: string): void
}

/** The name of the network that phones join, as typed on this device. */
export const useNetworkName = createPersistedStore<NetworkName, Pick<NetworkName, 'name'>>(
  (set) => ({ name: '', change: (name) => set({ name }) }),
  { name: 'demo-network', partialize: ({ name }) => ({ name }) },
)
