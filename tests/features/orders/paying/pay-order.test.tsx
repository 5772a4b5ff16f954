import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { usePaymentAttempts } from '@/features/orders/paying/payment-attempts'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { payingWords } from '@/locales/payment/paying'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { openMore, shownRows } from '../order-page'
import { orderId, problem, shopId, view } from '../sample-orders'
import { PAY, paid, waiting } from './pay-order-setup'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

const MINUTE = 60_000
const TILL = {
  kind: 'wechat-cashier',
  params: {
    appId: 'wxservice00000001',
    timeStamp: '1',
    nonceStr: 'n',
    package: 'prepay_id=1',
    signType: 'RSA',
    paySign: 's',
  },
}

const paymentReply = (state: string, more: object = {}) => ({
  ...{ id: 'p', method: 'wechat', state, amount: 5300, expiresAt: Date.now() + 10 * MINUTE },
  ...more,
})

/** The order as the server knows it. */
let shown: Order
let onBegin: (request: Request) => Answer | null | Promise<Answer | null>
/** The `err_msg` with which WeChat's cashier closes. */
let closes: string
let opened: object[]

const begun = () =>
  fakeTaro.requests
    .filter(({ method, path }) => method === 'PUT' && path.includes('/payments/'))
    .map(({ path, body }) => ({ id: path.split('/').at(-1), body }))

beforeEach(() => {
  fakeTaro.reset()
  usePaymentAttempts.setState({ attempts: [] })
  window.history.replaceState(null, '', `/order?shop=${shopId}&order=${orderId}&pay=1`)
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android MicroMessenger/8.0.50')
  shown = waiting()
  closes = 'get_brand_wcpay_request:ok'
  opened = []
  onBegin = () => ok(paymentReply('open', { till: TILL }))
  Object.assign(window, {
    WeixinJSBridge: {
      invoke: (_: string, params: object, done: (result: { err_msg: string }) => void) => {
        opened.push(params)
        done({ err_msg: closes })
      },
    },
  })
  fakeTaro.params({ shop: shopId, order: orderId, pay: '1' })
  fakeTaro.answerSignedIn((request) => {
    if (!request.path.includes('/payments/')) return ok(view(shown))
    if (request.method === 'PUT') return onBegin(request)
    return ok({ payment: paymentReply('open'), order: shown })
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  Reflect.deleteProperty(window, 'WeixinJSBridge')
})

describe('PayFooter', () => {
  it('opens the till at once after checkout and trusts the server, not the till', async () => {
    render(<OrderPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('还没收到付好的消息')
    expect(opened).toEqual([TILL.params])
    expect(window.location.search).toBe(`?shop=${shopId}&order=${orderId}`)
    expect(begun()[0]?.body).toEqual({ place: 'wechat-browser', returnUrl: window.location.href })
    shown = paid()
    await userEvent.click(screen.getByRole('button', { name: PAY }))
    expect(await screen.findByText('等店家接单，接了就给您送上门。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: PAY })).toBeNull()
  })

  it('continues the same payment after it was cancelled', async () => {
    closes = 'get_brand_wcpay_request:cancel'
    render(<OrderPage />)
    expect(await screen.findByText('还没有付。想好了再付，东西先给您留着。')).toBeInTheDocument()
    closes = 'get_brand_wcpay_request:ok'
    shown = paid()
    await userEvent.click(screen.getByRole('button', { name: PAY }))
    await waitFor(() => expect(screen.queryByRole('button', { name: PAY })).toBeNull())
    const [first, second, ...more] = begun()
    expect(more).toEqual([])
    expect(second?.id).toBe(first?.id)
  })

  it('opens one till for a double tap', async () => {
    closes = 'get_brand_wcpay_request:cancel'
    render(<OrderPage />)
    await screen.findByText('还没有付。想好了再付，东西先给您留着。')
    let answer: (answer: Answer) => void = () => undefined
    onBegin = () =>
      new Promise<Answer>((resolve) => {
        answer = resolve
      })
    const button = screen.getByRole('button', { name: PAY })
    await userEvent.dblClick(button)
    await act(async () => answer(ok(paymentReply('open', { till: TILL }))))
    expect(begun()).toHaveLength(2)
    expect(opened).toHaveLength(2)
  })

  it('does not open the till by itself when the page is opened again', async () => {
    usePaymentAttempts.getState().save(orderId, '01J0000000000000000PAYMENT')
    render(<OrderPage />)
    expect(await screen.findByRole('button', { name: PAY })).toBeInTheDocument()
    expect(screen.getByText(/请在 .* 前付，过了时间这一单会自动取消。/)).toBeInTheDocument()
    expect(begun()).toEqual([])
  })

  it('shows a payment that was made while the page was closed', async () => {
    usePaymentAttempts.getState().save(orderId, '01J0000000000000000PAYMENT')
    fakeTaro.answerSignedIn((request) => {
      return request.path.includes('/payments/')
        ? ok({ payment: paymentReply('paid'), order: paid() })
        : ok(view(shown))
    })
    render(<OrderPage />)
    expect(await screen.findByText('等店家接单，接了就给您送上门。')).toBeInTheDocument()
  })

  it('continues with the code of the sign-in in the browser of WeChat', async () => {
    window.history.replaceState(null, '', `/order?shop=${shopId}&order=${orderId}&code=one-time&state=`)
    fakeTaro.params({ shop: shopId, order: orderId, code: 'one-time' })
    usePaymentAttempts.getState().save(orderId, '01J0000000000000000PAYMENT')
    render(<OrderPage />)
    await waitFor(() => expect(opened).toHaveLength(1))
    expect(begun()).toEqual([
      {
        id: '01J0000000000000000PAYMENT',
        body: {
          place: 'wechat-browser',
          returnUrl: `${window.location.origin}/order?shop=${shopId}&order=${orderId}`,
          code: 'one-time',
        },
      },
    ])
    expect(window.location.search).not.toContain('code')
  })

  it('returns to the route of a compiled site, which is in the fragment', async () => {
    const route = `#/order?shop=${shopId}&order=${orderId}`
    window.history.replaceState(null, '', `/shops/mine/${route}&pay=1`)
    render(<OrderPage />)
    await waitFor(() => expect(opened).toHaveLength(1))
    const returnUrl = `${window.location.origin}/shops/mine/${route}`
    expect(begun()[0]?.body).toEqual({ place: 'wechat-browser', returnUrl })
    expect(window.location.href).toBe(returnUrl)
  })

  it('repeats the same payment after a lost reply, and begins another one after a refusal', async () => {
    onBegin = () => null
    render(<OrderPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上，看看手机有没有网')
    onBegin = () => problem(409, 'payment-unavailable')
    await userEvent.click(screen.getByRole('button', { name: PAY }))
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('在这里付不了这一单'))
    onBegin = () => ok(paymentReply('open', { till: TILL }))
    await userEvent.click(screen.getByRole('button', { name: PAY }))
    await waitFor(() => expect(opened).toHaveLength(1))
    const [first, second, third] = begun()
    expect(second?.id).toBe(first?.id)
    expect(third?.id).not.toBe(first?.id)
  })

  it('begins another payment when the one that it knows was closed', async () => {
    const replies = [paymentReply('closed'), paymentReply('open', { till: TILL })]
    onBegin = () => ok(replies.shift() ?? {})
    render(<OrderPage />)
    await waitFor(() => expect(opened).toHaveLength(1))
    const [first, second] = begun()
    expect(second?.id).not.toBe(first?.id)
  })

  it('shows a QR code on a computer until it is closed or the order is paid', async () => {
    const till = { kind: 'qr-code', text: 'weixin://wxpay/1', image: 'data:image/svg+xml,x' }
    onBegin = () => ok(paymentReply('open', { till }))
    render(<OrderPage />)
    const title = payingWords.scan(5300)
    expect(await screen.findByRole('dialog', { name: title })).toBeInTheDocument()
    expect(screen.getByRole('img', { name: title })).toHaveAttribute('src', till.image)
    expect(opened).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '关上' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    shown = paid()
    await userEvent.click(screen.getByRole('button', { name: PAY }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('says where an order can be paid', () => {
    expect(payingWords.unavailable('alipay', 'wechat-browser')).toContain('在浏览器打开')
    expect(payingWords.unavailable('alipay', 'alipay')).toContain('换个付法')
    expect(payingWords.unavailable('wechat', 'browser')).toContain('换个付法')
    expect(payingWords.unavailable('wechat', 'computer')).toContain('用手机打开')
    expect(payingWords.unavailable('alipay', 'computer')).toContain('用手机打开')
  })

  it('opens no till address that is not a page', async () => {
    onBegin = () => ok(paymentReply('open', { till: { kind: 'redirect', url: 'javascript:alert(1)' } }))
    render(<OrderPage />)
    expect(await screen.findByText('没能打开付款，再试一次。')).toBeInTheDocument()
  })

  it('shows the current order when it no longer waits for a payment', async () => {
    const cancelled = waiting({ state: 'cancelled', payment: { method: 'wechat', state: 'void' } })
    onBegin = () => {
      shown = cancelled
      return problem(409, 'not-allowed-now', cancelled)
    }
    render(<OrderPage />)
    expect(await screen.findByText('这一单取消了，不用付钱。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: PAY })).toBeNull()
  })
})

describe('order paid online', () => {
  it('cannot be accepted before it is paid', async () => {
    fakeTaro.answerSignedIn(() => ok(view(shown, 'owner')))
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText('等买家付钱。15 分钟没付，这一单会自动取消。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '接单' })).toBeNull()
    await openMore()
    expect(shownRows()).toContain('做不了，取消')
  })

  it('shows the buyer where the money of a cancelled order is returned', async () => {
    shown = waiting({ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' } })
    render(<OrderPage />)
    expect(await screen.findByText(/这一单取消了，钱正退回付款的账户/)).toBeInTheDocument()
  })
})
