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

/** The advice, the most important first: how many days after it was put off it is given again, and when it is due. */
const rules = {
  key: [7, ({ isKeySaved }) => !isKeySaved],
  resting: [7, ({ shop, now }) => isResting(shop, dayOf(now))],
  phone: [30, ({ shop }) => shop.phone === undefined],
  fewAlerts: [7, ({ today, shop }) => !shop.practiceUntil && today.remainingAlerts !== undefined],
  alerts: [365, ({ today, shop }) => !shop.practiceUntil && today.unreachable === true],
  place: [365, ({ shop }) => shop.place === undefined],
} as const satisfies Record<string, readonly [daysBefore: number, isDue: (facts: HintFacts) => boolean]>

type Hint = keyof typeof rules

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
    const [since, [daysBefore, isTrue]] = [putOff[hint], rules[hint]]
    return isTrue(facts) && (since === undefined || addDays(since, daysBefore) <= day)
  }
  const due = (Object.keys(rules) as Hint[]).filter(isDue)
  return last?.day === day ? due.find((hint) => hint === last.hint) : due[0]
}

interface Hints {
  byShop: Record<Id, ShopHints>
  change(shopId: Id, change: Partial<ShopHints>): void
}

export const NO_HINTS: ShopHints = { putOff: {} }

/** The hints that this phone has shown; persisted. */
export const useHints = createPersistedStore<Hints, Pick<Hints, 'byShop'>>(
  (set) => ({
    byShop: {},
    change: (shopId, change) =>
      set(({ byShop }) => ({
        byShop: { ...byShop, [shopId]: { ...NO_HINTS, ...byShop[shopId], ...change } },
      })),
  }),
  { name: 'hints', partialize: ({ byShop }) => ({ byShop }) },
)
