import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import SellerOrderPage from '@/pages/merchant/order'
import SellerShopPage from '@/pages/merchant/shop'
import { go } from '@/platform/navigation/navigate'
import { fakeTaro, ok } from '../../support/components/taro'
import { setWindowWidth } from '../../support/components/window-width'
import { order, orderId, view } from '../orders/sample-orders'
import { shop, shopId } from '../settings/sample-shop'

const today = {
  ...{ waiting: 0, arrived: 7, accepted: 0, underway: 0, openRefunds: 0, cancelRequests: 0 },
  ...{ days: [], products: 2, lowStock: 1, changeRequests: { count: 1, orderId } },
}

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(({ path }) => {
    if (path.endsWith('/today')) return ok(today)
    if (path.endsWith('/waiting')) return { status: 304 }
    if (path.endsWith(`/orders/${orderId}`)) return ok(view(order(), 'owner'))
    if (path.includes('/orders')) return ok({ items: [order()] })
    if (path.includes('/products')) return ok({ items: [] })
    return ok({ shop: shop() })
  })
})
afterEach(() => setWindowWidth(390))

function openShop(params: Record<string, string>) {
  fakeTaro.params({ shop: shopId, ...params })
  render(<SellerShopPage />)
}

/** The query of the first request for a list. */
async function firstQuery(list: string) {
  const ofList = () => fakeTaro.requests.find(({ path }) => path.includes(`/${list}`))
  await waitFor(() => expect(ofList()).toBeDefined())
  return Object.fromEntries(new URLSearchParams(ofList()?.path.split('?')[1]))
}

describe('SellerShopPage', () => {
  it.each([
    ['cancel-request', { afterSale: 'cancel-asked' }],
    ['refund', { afterSale: 'open' }],
    ['nonsense', { state: 'placed' }],
    ['', { state: 'placed' }],
  ])('opens with the orders of the filter "%s"', async (filter, query) => {
    openShop({ tab: 'orders', filter })
    expect(await firstQuery('orders')).toEqual(query)
  })

  it('opens with the goods that are nearly sold out', async () => {
    openShop({ tab: 'goods', filter: 'low-stock' })
    expect(await firstQuery('products')).toEqual({ stock: 'low' })
    expect(await screen.findByRole('button', { name: '快没了的' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('opens with all goods without a filter', async () => {
    openShop({ tab: 'goods' })
    expect(await firstQuery('products')).toEqual({})
  })

  it('reads the figures of today at the same time as the shop', async () => {
    fakeTaro.answerSignedIn(({ path }) =>
      path.endsWith('/today') ? ok(today) : new Promise(() => undefined),
    )
    openShop({})
    await waitFor(() =>
      expect(fakeTaro.requests.map(({ path }) => path)).toEqual(
        expect.arrayContaining([`/api/shops/${shopId}`, `/api/shops/${shopId}/today`]),
      ),
    )
  })

  it('shows an order beside the list of all orders in a wide window', async () => {
    setWindowWidth(1280)
    openShop({ tab: 'orders', order: orderId })
    const pane = await screen.findByRole('region', { name: sellerOrdersWords.beside.label })
    expect(await within(pane).findByRole('heading', { name: '第 7 单', level: 2 })).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: /全部/ })).toBeChecked()
  })
})

describe('SellerOrderPage', () => {
  const openOrder = () => {
    fakeTaro.params({ shop: shopId, order: orderId })
    render(<SellerOrderPage />)
  }

  it('shows the order in a narrow window', async () => {
    openOrder()
    expect(await screen.findByRole('heading', { name: '第 7 单' })).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('redirects to the order beside the list when a wide window starts on it', async () => {
    setWindowWidth(1280)
    openOrder()
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([
        { by: 'redirectTo', url: `/pages/merchant/shop?shop=${shopId}&tab=orders&order=${orderId}` },
      ]),
    )
    expect(fakeTaro.requests).toEqual([])
  })

  it('shows the order above the page that opened it, also in a wide window', async () => {
    setWindowWidth(1280)
    go('/pages/merchant/order')
    fakeTaro.navigations.length = 0
    openOrder()
    expect(await screen.findByRole('heading', { name: '第 7 单' })).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
  })
})

describe('to-do about one order', () => {
  const press = async () =>
    userEvent.click(await screen.findByRole('button', { name: '去看看，1 位买家想改一改' }))

  it('opens the order beside the list in a wide window', async () => {
    setWindowWidth(1280)
    openShop({})
    await press()
    expect(screen.getByRole('tab', { name: /订单/ })).toHaveAttribute('aria-selected', 'true')
    const pane = screen.getByRole('region', { name: sellerOrdersWords.beside.label })
    expect(await within(pane).findByRole('heading', { name: '第 7 单', level: 2 })).toHaveFocus()
    expect(screen.getByRole('radio', { name: /全部/ })).toBeChecked()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('opens the page of the order in a narrow window', async () => {
    openShop({})
    await press()
    expect(fakeTaro.navigations.map(({ url }) => url)).toEqual([
      `/pages/merchant/order?shop=${shopId}&order=${orderId}`,
    ])
  })
})
