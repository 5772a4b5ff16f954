import { render, screen } from '@testing-library/react'
import { addDays, dayOf } from '@/domain/day'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { ordersWords } from '@/locales/order/orders'
import { fakeTaro, ok, session } from '../../support/components/taro'
import { order, orderId, shopId, view } from './sample-orders'

const HOUR = 3_600_000

/** Opens an order for the day of the server's clock, which differs from the phone's. */
async function openAt(difference: number) {
  const now = Date.now() + difference
  const shown = order({ slot: { day: dayOf(now), part: 'day' }, expiresAt: now + 20 * HOUR })
  fakeTaro.reset()
  fakeTaro.answer(({ path }) => {
    const answer = path === '/api/sessions' ? session : ok(view(shown, 'owner'))
    return { ...answer, header: { Date: new Date(now).toUTCString() } }
  })
  render(<SellerOrder shopId={shopId} orderId={orderId} />)
  await screen.findByText(/前不接就自动取消$/)
  return { shown, now }
}

describe('days on a phone', () => {
  it.each([
    ['is a day behind', 26 * HOUR],
    ['is a day ahead', -26 * HOUR],
    ['is right', 0],
  ])('are those of the server when its clock %s', async (_, difference) => {
    const { shown, now } = await openAt(difference)
    const { fulfilment, slot } = shown
    if (!slot) throw new Error('the order has no slot')
    expect(screen.getByText(ordersWords.slot(fulfilment, slot, now))).toHaveTextContent('今天')
    expect(
      screen.queryByText(ordersWords.slot(fulfilment, { ...slot, day: addDays(slot.day, 1) }, now)),
    ).toBeNull()
  })
})
