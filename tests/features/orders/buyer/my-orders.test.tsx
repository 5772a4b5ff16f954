import Taro from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RouteReply } from '@/contract/routes'
import { ordersWords } from '@/locales/order/orders'
import OrdersPage from '@/pages/orders/mine'
import { fakeTaro, ok } from '../../../support/components/taro'
import { orderId, shopId } from '../sample-orders'

type Listed = RouteReply<'GET /api/me/orders'>['items'][number]

const listed = (more: Partial<Listed>): Listed => ({
  ...{ id: orderId, shopId, shopName: '山货铺', slug: 'nutshop1', trade: 'nuts', number: 1 },
  ...{ state: 'underway', payment: 'due', afterSale: 'none', total: 5300, first: '核桃', lines: 1 },
  ...{ fulfilment: 'local', createdAt: Date.now() },
  ...more,
})

function show(items: Listed[]) {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok({ items }))
  render(<OrdersPage />)
}

describe('OrdersPage', () => {
  it.each([
    [listed({}), '正在送'],
    [listed({ fulfilment: 'pickup' }), '备好了，等来拿'],
    [listed({ fulfilment: 'courier' }), '已经寄出'],
    [listed({ fulfilment: 'on-site' }), '给您留好了'],
    [listed({ state: 'placed', payment: 'pending' }), '等您付钱'],
    [listed({ state: 'done', payment: 'paid', afterSale: 'offered' }), '店家愿退一部分'],
    [listed({ state: 'cancelled', afterSale: 'cancel-asked' }), '已取消'],
  ])('shows the state of each order (case %#)', async (order, words) => {
    show([order])
    expect(await screen.findByText(words)).toBeInTheDocument()
  })

  it('reads the orders again when the page is pulled down', async () => {
    show([])
    await screen.findByText(ordersWords.mineEmptyTitle)
    const stop = jest.spyOn(Taro, 'stopPullDownRefresh')
    fakeTaro.answer(() => ok({ items: [listed({})] }))
    act(() => fakeTaro.pullDown())
    expect(await screen.findByText('正在送')).toBeInTheDocument()
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
  })

  it('leads to the page that exports and deletes data', async () => {
    show([listed({})])
    await userEvent.click(await screen.findByRole('link', { name: ordersWords.privacy }))
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/privacy/index' }])
  })

  it('leads to the page that exports and deletes data when there are no orders', async () => {
    show([])
    expect(await screen.findByText(ordersWords.mineEmptyTitle)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: ordersWords.privacy })).toBeInTheDocument()
  })
})
