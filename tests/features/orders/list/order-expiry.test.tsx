import { render, screen } from '@testing-library/react'
import type { Order } from '@/domain/order/order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import OrderPage from '@/pages/orders/order'
import { fakeTaro, ok } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { order, orderId, shopId, view } from '../sample-orders'
import { Panel, rowOf } from './listed-orders'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

const HOUR = 3_600_000
const at = Date.now()
const soon = { createdAt: at - 30 * HOUR, expiresAt: at + 18 * HOUR }
const expired: Partial<Order> = {
  state: 'cancelled',
  payment: { method: 'on-delivery', state: 'void' },
  createdAt: at - 50 * HOUR,
  history: [{ action: 'expire', by: 'system', at: at - 2 * HOUR }],
}

function show(shown: Order) {
  fakeTaro.reset()
  fakeTaro.params({ shop: shopId, order: orderId })
  fakeTaro.answerSignedIn(({ path }) => ok(path.includes('/orders/') ? view(shown) : { items: [shown] }))
}

describe('order expiry', () => {
  it('is announced to the seller within a day before it', async () => {
    show(order(soon))
    const list = render(<Panel first="placed" arrived={3} />)
    expect(await screen.findByText(/^(今天|明天) \d\d:\d\d 前不接就自动取消$/)).toBeInTheDocument()
    list.unmount()
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText(/前不接就自动取消$/)).toBeInTheDocument()
  })

  it('is not announced when it is further away', async () => {
    show(order({ expiresAt: at + 30 * HOUR }))
    render(<Panel first="placed" arrived={3} />)
    await rowOf(7)
    expect(screen.queryByText(/自动取消/)).toBeNull()
  })

  it('is announced with the refund to the buyer of an order paid online', async () => {
    show(order({ ...soon, payment: { method: 'wechat', state: 'paid' } }))
    const waiting = render(<OrderPage />)
    expect(await screen.findByText(/前没接，这单就自动取消，钱原路退给您。$/)).toBeInTheDocument()
    waiting.unmount()
    show(order({ ...expired, payment: { method: 'wechat', state: 'refunding' } }))
    render(<OrderPage />)
    expect(await screen.findByText(/这单自动取消了，钱原路退给您。还想要可以再下一单/)).toBeInTheDocument()
  })

  it('is announced to the buyer of a waiting order', async () => {
    show(order(soon))
    render(<OrderPage />)
    expect(
      await screen.findByText(/^店家 (今天|明天) \d\d:\d\d 前没接，这单就自动取消，不用付钱。$/),
    ).toBeInTheDocument()
  })

  it('is explained to buyer and seller of an expired order', async () => {
    show(order(expired))
    const page = render(<OrderPage />)
    expect(
      await screen.findByText(
        '店家 2 天没有回应，这单自动取消了，不用付钱。还想要可以再下一单，或者给店家打个电话。',
      ),
    ).toBeInTheDocument()
    page.unmount()
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText('2 天没接，这一单自动取消了，货已经加回去。')).toBeInTheDocument()
    await pressMore('经过')
    expect(screen.getByText('没人接，自动取消了')).toBeInTheDocument()
  })
})
