import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import type { OfferedSlot } from '@/domain/order/delivery-slot'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { order, orderId, problem, shopId, view } from '../sample-orders'

export const today = dayOf(Date.now())
export const tomorrow = { day: addDays(today, 1), part: 'day' } as const
export const later = { day: addDays(today, 2), part: 'day' } as const

export const OPEN = '改地址、电话、日子或留言'

const isChange = ({ path }: Request) => path.endsWith('/details') || path.includes('/change-requests/')

/** The changes and requests that were sent, and the answers to requests. */
export const sent = () => fakeTaro.requests.filter(isChange)

/** The fake server: its order, the role of the reader, the slots (`null` while they cannot be read), and its answers to changes. */
export const server = {
  shown: order(),
  role: 'buyer' as 'owner' | 'buyer',
  hasSlots: true,
  slots: [] as OfferedSlot[] | null,
  onChange: (_: Request): Answer | null => null,
}

/** Resets the app to the buyer of a waiting order for tomorrow, which is full. */
export function resetChanges() {
  fakeTaro.reset()
  server.shown = order({ slot: tomorrow })
  server.role = 'buyer'
  server.hasSlots = true
  server.slots = [tomorrow, later].map((slot) => ({ ...slot, isFull: slot === tomorrow }))
  server.onChange = () => ok(server.shown)
  fakeTaro.params({ shop: shopId, order: orderId })
  fakeTaro.answerSignedIn((request) => {
    if (request.path.endsWith('/steps')) return ok({ ...server.shown, state: 'underway' })
    if (request.path.endsWith('/delivery-slots'))
      return server.slots ? ok({ local: server.slots }) : problem(503, 'unavailable')
    if (isChange(request)) return server.onChange(request)
    const { shop, ...shownView } = view(server.shown, server.role)
    return ok({ ...shownView, shop: { ...shop, hasSlots: server.hasSlots } })
  })
}

export const field = (label: string) => screen.getByRole('textbox', { name: label })

export const type = async (label: string, text: string) => {
  await userEvent.clear(field(label))
  await userEvent.type(field(label), text)
}

export const paste = async (label: string, text: string) => {
  await userEvent.clear(field(label))
  await userEvent.click(field(label))
  await userEvent.paste(text)
}

/** Opens the order, and the form that changes it. */
export async function openForm() {
  render(<OrderPage />)
  await pressMore(OPEN)
}

/** Reads the order again, as the page does regularly. */
export const readAgain = async () => {
  act(() => fakeTaro.hide())
  await act(async () => fakeTaro.show())
}
