import { render, screen } from '@testing-library/react'
import type { RouteReply } from '@/contract/routes'
import OrdersPage from '@/pages/orders/mine'
import { fakeTaro } from '../../support/taro'
import { orderId, session, shopId } from './sample-orders'

type Listed = RouteReply<'GET /api/me/orders'>['items'][number]

const listed = (more: Partial<Listed>): Listed => ({
  ...{ id: orderId, shopId, shopName: '山货铺', slug: 'nutshop1', trade: 'nuts', number: 1 },
  ...{ state: 'underway', payment: 'due', afterSale: 'none', total: 5300, first: '核桃', lines: 1 },
  ...{ fulfilment: 'local', createdAt: Date.now() },
  ...more,
})

function show(order: Listed) {
  fakeTaro.reset()
  fakeTaro.answer(({ path }) =>
    path === '/api/sessions' ? session : { status: 200, body: { items: [order] } },
  )
  render(<OrdersPage />)
}

describe("the buyer's orders", () => {
  it.each([
    [listed({}), '正在送'],
    [listed({ fulfilment: 'pickup' }), '备好了，等来拿'],
    [listed({ fulfilment: 'courier' }), '已经寄出'],
    [listed({ fulfilment: 'on-site' }), '给您留好了'],
    [listed({ state: 'placed', payment: 'pending' }), '等您付钱'],
    [listed({ state: 'done', payment: 'paid', afterSale: 'offered' }), '店家愿退一部分'],
    [listed({ state: 'cancelled', afterSale: 'cancel-asked' }), '已取消'],
  ])('say how each stands: $state, $fulfilment, $afterSale', async (order, words) => {
    show(order)
    expect(await screen.findByText(words)).toBeInTheDocument()
  })
})
