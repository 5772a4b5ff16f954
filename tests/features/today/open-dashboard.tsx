import { act, fireEvent, render, screen } from '@testing-library/react'
import { useCall } from '@/api/use-call'
import { readLink } from '@/pages/merchant/dashboard-link'
import { MerchantDashboard } from '@/pages/merchant/merchant-dashboard'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import type { order } from '../orders/sample-orders'
import { shop } from '../settings/sample-shop'

export const today = (more: object) => ({
  waiting: 0,
  arrived: 3,
  accepted: 0,
  underway: 1,
  openRefunds: 0,
  cancelRequests: 0,
  days: Array.from({ length: 7 }, (_, i) => ({ day: `2026-11-2${i}`, orders: 1, total: 1000 })),
  products: 2,
  lowStock: 0,
  ...more,
})
/** What the server answers. */
export const server: { facts: Answer; waiting: ReturnType<typeof order>[]; waitingOrders: Answer } = {
  facts: { status: 304 },
  waiting: [],
  waitingOrders: { status: 304 },
}

/** Lets the server answer for a quiet shop; for `beforeEach`. */
export function resetDashboard(): void {
  jest.useFakeTimers()
  fakeTaro.reset()
  server.waiting = []
  server.facts = { status: 200, body: today({}), header: { etag: '"a"' } }
  server.waitingOrders = { status: 304 }
  fakeTaro.answerSignedIn(({ path, header }) => {
    if (path.includes('/orders')) return ok({ items: server.waiting })
    if (path.includes('/products')) return ok({ items: [] })
    if (path.endsWith('/waiting')) return server.waitingOrders
    if (!path.endsWith('/today')) return { status: 404, body: { code: 'not-found', status: 404 } }
    return server.facts.header && header['If-None-Match'] === server.facts.header.etag
      ? { status: 304 }
      : server.facts
  })
}

export const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
export const orderArrives = (number: number) => {
  server.facts = {
    status: 200,
    body: today({ waiting: number - 3, arrived: number, oldestWaiting: Date.now() }),
    header: { etag: `"${number}"` },
  }
}

function Dashboard({ params }: { params: Record<string, string> }) {
  const today = useCall('GET /api/shops/:shopId/today', { params: { shopId: shop().id } })
  return (
    <MerchantDashboard
      shop={shop()}
      today={today}
      onShop={() => undefined}
      link={readLink(params)}
      reload={async () => undefined}
    />
  )
}

export async function open(params: Record<string, string> = {}) {
  render(<Dashboard params={params} />)
  await advance(10)
}

/** What is to be done: the title of the first card, then those of the lines. */
export const titles = () =>
  [...document.querySelectorAll('.first-card__title, .list-row__title')].map((title) => title.textContent)

export const press = async (role: string, name: string | RegExp) => {
  fireEvent.click(screen.getByRole(role, { name }))
  await advance(10)
}

/** The query of the last request for a list. */
export const lastQuery = (list: string) => {
  const last = fakeTaro.requests.filter(({ path }) => path.includes(`/${list}`)).at(-1)
  return Object.fromEntries(new URLSearchParams(last?.path.split('?')[1]))
}
