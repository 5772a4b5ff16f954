import type { Trade } from '@/domain/shop/trade'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** A shop opened on this phone, with enough data to list it without a request. */
interface Visit {
  slug: string
  name: string
  trade: Trade
  /** The hash of its first product photo, if it has one. */
  photo?: string
  /** When it was opened last, epoch ms. */
  at: number
}

/** The maximum number of remembered shops. */
const MAX_VISITS = 20

interface Visits {
  visits: Visit[]
  remember(visit: Visit): void
  forget(slug: string): void
}

const without = (visits: Visit[], slug: string) => visits.filter((visit) => visit.slug !== slug)

/** The shops opened on this phone, latest first; persisted. */
export const useVisits = createPersistedStore<Visits, Pick<Visits, 'visits'>>(
  (set) => ({
    visits: [],
    remember: (visit) =>
      set(({ visits }) => ({ visits: [visit, ...without(visits, visit.slug)].slice(0, MAX_VISITS) })),
    forget: (slug) => set(({ visits }) => ({ visits: without(visits, slug) })),
  }),
  {
    name: 'visits',
    version: 1,
    partialize: ({ visits }) => ({ visits }),
  },
)
