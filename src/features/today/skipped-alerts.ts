import { createPersistedStore } from '@/platform/storage/persisted-store'

interface SkippedAlerts {
  /** True if the owner at this phone declined notifications while the app is closed. */
  isSkipped: boolean
  skip(): void
}

/** The owner's choice on this phone; persisted. */
export const useSkippedAlerts = createPersistedStore<SkippedAlerts, Pick<SkippedAlerts, 'isSkipped'>>(
  (set) => ({ isSkipped: false, skip: () => set({ isSkipped: true }) }),
  { name: 'skipped-alerts', partialize: ({ isSkipped }) => ({ isSkipped }) },
)
