import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ComponentProps, useState } from 'react'
import type { Order } from '@/domain/order/order'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { OrdersPanel } from '@/features/orders/list/orders-panel'
import { fakeTaro, ok, type Request } from '../../../support/components/taro'
import { order, shopId } from '../sample-orders'

export const ids = ['1', '2', '3'].map((n) => `01J000000000000000000RDER${n}`)
export const listed = (at: number, more: Partial<Order> = {}) =>
  order({ id: ids[at] ?? '', number: at + 1, ...more })

/** The orders of the shop, and the text that was copied last. */
export const list: { items: Order[]; copied: string } = { items: [], copied: '' }

/** The row of an order in the list. */
export const rowOf = (number: number) => screen.findByRole('link', { name: new RegExp(`^${number}(?!\\d)`) })

/** Opens a sheet of the list and chooses in it. */
export async function chooseIn(sheet: '筛' | '哪天', ...choices: string[]) {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${sheet}`) }))
  for (const name of choices) await userEvent.click(screen.getByRole('radio', { name }))
}

/** Requests for the list. */
export const lists = () =>
  fakeTaro.requests.filter(({ path }) => path.includes('/orders?') || path.endsWith('/orders'))

export function answer({ path, body }: Request) {
  if (path.endsWith('/answers')) {
    const { orderIds } = body as { orderIds: string[] }
    const moved = list.items
      .filter(({ id }) => orderIds.includes(id))
      .map((one) => ({ ...one, state: 'underway' as const }))
    return ok({ items: moved, moved: moved.length })
  }
  return ok({ items: list.items })
}

/** Answers with a list of two orders; for `beforeEach`. */
export function answerWithOrders() {
  fakeTaro.reset()
  list.items = [listed(0), listed(1)]
  list.copied = ''
  const writeText = async (text: string) => {
    list.copied = text
  }
  Object.assign(navigator, { clipboard: { writeText } })
  fakeTaro.answerSignedIn(answer)
}

type PanelProps = Partial<ComponentProps<typeof OrdersPanel>> & { first?: OrderFilter }

export function Panel({ first = 'accepted', ...more }: PanelProps) {
  const [filter, setFilter] = useState<OrderFilter>(first)
  const [isSelecting, setSelecting] = useState(false)
  const given = { shopId, filter, onFilter: setFilter, counts: {}, active: true, arrived: 1, isSelecting }
  return <OrdersPanel {...given} onSelecting={setSelecting} onOrderChanged={() => undefined} {...more} />
}
