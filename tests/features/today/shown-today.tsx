import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CallState } from '@/api/use-call'
import { addDays, dayOf } from '@/domain/day'
import type { Shop } from '@/domain/shop/shop'
import { useHints } from '@/features/today/hints'
import type { Today } from '@/features/today/to-do'
import { TodayPanel } from '@/features/today/today-panel'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { fakeTaro } from '../../support/components/taro'
import { shop } from '../settings/sample-shop'

export const HOUR_MS = 3_600_000
export const last = dayOf(Date.now())
export const days = (totals: number[]): Today['days'] =>
  totals.map((total, i) => ({ day: addDays(last, i - 6), orders: total > 0 ? 1 : 0, total }))
export const quiet: Today = {
  waiting: 0,
  arrived: 0,
  accepted: 0,
  underway: 0,
  cancelRequests: 0,
  openRefunds: 0,
  days: days([0, 0, 0, 0, 0, 0, 0]),
  products: 3,
  lowStock: 0,
}
export const calm: Today = { ...quiet, arrived: 9, days: days([0, 1000, 0, 0, 0, 2000, 38_650]) }
export const busy: Today = {
  ...calm,
  waiting: 3,
  oldestWaiting: Date.now() - 5 * HOUR_MS,
  underway: 2,
  openRefunds: 1,
  lowStock: 1,
}
/** Forty orders, two claims, and everything else. */
export const everything: Today = {
  ...calm,
  waiting: 30,
  accepted: 6,
  underway: 4,
  openRefunds: 2,
  answerBy: Date.now() + 5 * HOUR_MS,
  cancelRequests: 1,
  changeRequests: { count: 1, orderId: 'A' },
  failedRefunds: { count: 1, orderId: 'B' },
  refusedRefunds: { count: 1, orderId: 'C' },
  missingWaybills: { count: 2, orderId: 'D' },
  failedPayout: true,
  application: 'signing',
  expired: 1,
  lowStock: 3,
  soldOut: 1,
  paperCard: { dueAt: Date.now() + HOUR_MS, lockedUntil: Date.now() + HOUR_MS },
  blocked: true,
  hiddenParts: 2,
  unreachable: true,
  remainingAlerts: 1,
}

export const onOpen = jest.fn()
export const onOrder = jest.fn()
export const onReal = jest.fn()
export const reload = jest.fn(async () => undefined)
export const read = (data?: Today): CallState<'GET /api/shops/:shopId/today'> => ({
  ...(data ? { data } : {}),
  loading: false,
  reload,
  set: () => undefined,
})
export type Changes = { [Field in keyof Shop]?: Shop[Field] | undefined }
let shops = 0
/** A shop with an id of its own: a page that was just opened is not opened again for some time. */
export const newShop = (more: Changes = {}) => {
  shops += 1
  const id = `01J00000000000000000000S${String(shops).padStart(2, '0')}`
  return { ...shop({ place: '沙坝镇街上' }), ...more, id } as Shop
}
/** A shop of which nothing is to be said. */
export const settled = (more: Changes = {}) => {
  const here = newShop(more)
  useSavedKeys.getState().add(here.id)
  return here
}
export function show(today: Today, of: Shop = settled()) {
  const panel = (facts: Today, turn: number) => (
    <TodayPanel shop={of} read={{ ...read(facts), turn }} onOpen={onOpen} onOrder={onOrder} onReal={onReal} />
  )
  const { rerender, unmount } = render(panel(today, 0))
  return { update: (facts: Today, turn = 0) => rerender(panel(facts, turn)), unmount }
}
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const firstTitle = () => screen.getByRole('heading', { level: 2 }).textContent
export const names = () =>
  screen.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)
export const opened = () => fakeTaro.navigations.map(({ url }) => url)

/** Forgets the requests, calls and hints of the test before; for `beforeEach`. */
export function resetToday(): void {
  fakeTaro.reset()
  jest.clearAllMocks()
  useHints.setState({ byShop: {} })
}
