import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { checkoutWords } from '@/locales/order/checkout'
import Checkout from '@/pages/orders/checkout'
import { fakeTaro } from '../../support/components/taro'
import { problem, slug, storefront } from '../storefront/sample-shop'
import {
  openAndSubmit,
  placed,
  resetCheckout,
  sentOrders,
  server,
  submit,
  submitAndWait,
} from './checkout-setup'

beforeEach(resetCheckout)

describe('CheckoutForm', () => {
  it('offers a computer the methods that can finish there', async () => {
    const matchMedia = () => ({ matches: true })
    Object.defineProperty(window, 'matchMedia', { value: matchMedia, configurable: true })
    jest.spyOn(window.screen, 'width', 'get').mockReturnValue(1440)
    server.shown = {
      ...storefront({ payments: ['on-delivery', 'wechat', 'alipay'] }),
      onlinePayments: [
        { method: 'wechat', places: ['browser', 'wechat-browser'] },
        { method: 'alipay', places: ['browser', 'computer'] },
      ],
    }
    render(<Checkout />)
    expect(await screen.findByRole('radio', { name: /支付宝/ })).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: /微信/ })).not.toBeInTheDocument()
    Reflect.deleteProperty(window, 'matchMedia')
    jest.restoreAllMocks()
  })

  it("replaces a refused payment method by no other, and waits for the buyer's choice", async () => {
    const both = {
      ...storefront({ payments: ['on-delivery', 'alipay'] }),
      onlinePayments: [{ method: 'alipay' as const, places: ['browser' as const] }],
    }
    server.shown = both
    fakeTaro.params({ slug, method: 'alipay' })
    server.onPut = () => {
      server.shown = { ...both, onlinePayments: [] }
      return problem(409, 'payment-unavailable', { current: { payments: ['on-delivery'] } })
    }
    await openAndSubmit()
    expect(await screen.findByText('这种付款方式现在用不了，请换一种。')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('radio', { name: /支付宝/ })).not.toBeInTheDocument())
    await userEvent.click(await submit())
    expect(sentOrders()).toHaveLength(1)
    server.onPut = () => placed
    await userEvent.click(screen.getByRole('radio', { name: /货到/ }))
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({ payment: { method: 'on-delivery' } })
  })

  it.each([
    ['says that a shop is new before it is paid online', 60_000, 'alipay', 1],
    ['does not say it of an older shop', 90_000_000, 'alipay', 0],
    ['does not say it before a payment in person', 60_000, 'on-delivery', 0],
  ])('%s', async (_, age, method, shown) => {
    const sample = storefront({ payments: ['on-delivery', 'alipay'] })
    server.shown = {
      ...{ ...sample, shop: { ...sample.shop, openedAt: Date.now() - age } },
      onlinePayments: [{ method: 'alipay', places: ['browser'] }],
    }
    fakeTaro.params({ slug, method })
    render(<Checkout />)
    await screen.findByRole('radio', { name: /支付宝/ })
    // a copy of the storefront may be shown before it is read
    await waitFor(() => expect(screen.queryAllByText(checkoutWords.payNewShop)).toHaveLength(shown))
  })

  it('preselects the ways of delivery and payment of the address where the shop offers them', async () => {
    server.shown = {
      ...storefront({ payments: ['on-delivery', 'on-pickup', 'alipay'] }),
      onlinePayments: [{ method: 'alipay', places: ['browser'] }],
    }
    fakeTaro.params({ slug, kind: 'pickup', method: 'alipay' })
    const { unmount } = render(<Checkout />)
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({
      fulfilment: { kind: 'pickup' },
      payment: { method: 'alipay' },
    })
    unmount()
    resetCheckout()
    fakeTaro.params({ slug, kind: 'courier', method: 'wechat' })
    render(<Checkout />)
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({
      fulfilment: { kind: 'local' },
      payment: { method: 'on-delivery' },
    })
  })
})
