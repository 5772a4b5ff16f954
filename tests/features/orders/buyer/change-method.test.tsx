import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { usePaymentAttempts } from '@/features/orders/paying/payment-attempts'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, ok } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { PAY, paid, waiting } from '../paying/pay-order-setup'
import { order, orderId, problem, shopId, view } from '../sample-orders'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

/** The order as the server knows it. */
let shown: Order

beforeEach(() => {
  fakeTaro.reset()
  usePaymentAttempts.setState({ attempts: [] })
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android MicroMessenger/8.0.50')
  shown = waiting()
})
afterEach(() => jest.restoreAllMocks())

describe('ChangeMethod', () => {
  const OPEN = '换个付法'
  const YES = '就换这个'

  /** The replies to requests that change the method, and their bodies. */
  let changed: unknown[]
  let onChange: () => Answer | null

  beforeEach(() => {
    changed = []
    onChange = () => {
      shown = order({ payment: { method: 'on-delivery', state: 'due' } })
      return ok(shown)
    }
    window.history.replaceState(null, '', `/order?shop=${shopId}&order=${orderId}`)
    fakeTaro.params({ shop: shopId, order: orderId })
    fakeTaro.answerSignedIn((request) => {
      if (request.path.endsWith('/payment-method')) {
        changed.push(request.body)
        return onChange()
      }
      const others = [{ method: 'on-delivery' }, { method: 'alipay', places: ['browser'] }]
      return ok({ ...view(shown), otherMethods: others })
    })
  })

  it('changes an order to be paid in person, and offers no method that cannot finish here', async () => {
    render(<OrderPage />)
    await pressMore(OPEN)
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: YES }))
    await waitFor(() => expect(screen.queryByRole('button', { name: PAY })).toBeNull())
    expect(changed).toEqual([{ method: 'on-delivery' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('shows why it failed and keeps the sheet open', async () => {
    onChange = () => problem(503, 'unavailable')
    render(<OrderPage />)
    await pressMore(OPEN)
    await userEvent.click(screen.getByRole('button', { name: YES }))
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: YES })).toBeInTheDocument()
  })

  it('shows the order as it is when it was paid meanwhile', async () => {
    onChange = () => {
      shown = paid()
      return problem(409, 'not-allowed-now', shown)
    }
    render(<OrderPage />)
    await pressMore(OPEN)
    await userEvent.click(screen.getByRole('button', { name: YES }))
    await waitFor(() => expect(screen.queryByRole('button', { name: PAY })).toBeNull())
    expect(screen.getByText('等店家接单，接了就给您送上门。')).toBeInTheDocument()
  })
})
