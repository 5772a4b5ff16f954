import type { Trade } from '@/domain/trade'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** A shop this phone has opened: enough to show it again without asking anybody. */
interface Visit {
  slug: string
  name: string
  trade: Trade
  /** The hash of its picture, when it has one. */
  photo?: string
  /** When it was opened last, epoch ms. */
  at: number
}

/** So many shops are remembered. */
const MOST_VISITS = 20

interface Visits {
  visits: Visit[]
  remember(visit: Visit): void
  forget(slug: string): void
}

const without = (visits: Visit[], slug: string) => visits.filter((visit) => visit.slug !== slug)

/** The shops opened on this phone, the latest first. */
export const useVisits = createPersistedStore<Visits, Pick<Visits, 'visits'>>(
  (set) => ({
    visits: [],
    remember: (visit) =>
      set(({ visits }) => ({ visits: [visit, ...without(visits, visit.slug)].slice(0, MOST_VISITS) })),
    forget: (slug) => set(({ visits }) => ({ visits: without(visits, slug) })),
  }),
  {
    name: 'visits',
    version: 1,
    partialize: ({ visits }) => ({ visits }),
  },
)
