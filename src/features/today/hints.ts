import { addDays, type Day, dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import { isResting, type Shop } from '@/domain/shop/shop'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import type { Today } from './to-do'

interface HintFacts {
  today: Today
  shop: Shop
  isKeySaved: boolean
  now: number
}

/** The advice that is given one a day, the most important first: when it is given, and how many days after it was put off it is given again. */
const rules = {
  key: { isDue: ({ isKeySaved }) => !isKeySaved, againAfter: 7 },
  resting: { isDue: ({ shop, now }) => isResting(shop, dayOf(now)), againAfter: 7 },
  phone: { isDue: ({ shop }) => shop.phone === undefined, againAfter: 30 },
  fewAlerts: {
    isDue: ({ today, shop }) => isReal(shop) && today.remainingAlerts !== undefined,
    againAfter: 7,
  },
  alerts: { isDue: ({ today, shop }) => isReal(shop) && today.unreachable === true, againAfter: 365 },
  place: { isDue: ({ shop }) => shop.place === undefined, againAfter: 365 },
} as const satisfies Record<string, { isDue(facts: HintFacts): boolean; againAfter: number }>

const isReal = ({ practiceUntil }: Shop) => practiceUntil === undefined

export type Hint = keyof typeof rules

interface ShopHints {
  /** The hint of the last day that had one. */
  last?: { day: Day; hint: Hint }
  /** The days on which hints were put off. */
  putOff: Partial<Record<Hint, Day>>
}

/** The hint of today, if any: one that was handled or put off is not followed by another on the same day. */
export function chooseHint(facts: HintFacts, { last, putOff }: ShopHints): Hint | undefined {
  const day = dayOf(facts.now)
  const isDue = (hint: Hint) => {
    const since = putOff[hint]
    return rules[hint].isDue(facts) && (since === undefined || addDays(since, rules[hint].againAfter) <= day)
  }
  const due = (Object.keys(rules) as Hint[]).filter(isDue)
  return last?.day === day ? due.find((hint) => hint === last.hint) : due[0]
}

interface Hints {
  byShop: Record<Id, ShopHints>
  change(shopId: Id, change: Partial<ShopHints>): void
}

const NONE: ShopHints = { putOff: {} }

export const hintsOf =
  (shopId: Id) =>
  ({ byShop }: Hints) =>
    byShop[shopId] ?? NONE

/** The hints that this phone has shown; persisted. */
export const useHints = createPersistedStore<Hints, Pick<Hints, 'byShop'>>(
  (set) => ({
    byShop: {},
    change: (shopId, change) =>
      set(({ byShop }) => ({ byShop: { ...byShop, [shopId]: { ...NONE, ...byShop[shopId], ...change } } })),
  }),
  { name: 'hints', partialize: ({ byShop }) => ({ byShop }) },
)
