import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { AskPaymentScreen } from '@/features/orders/paying/ask-payment-screen'
import { PayLinkScreen } from '@/features/orders/paying/pay-link-screen'
import { usePaymentAttempts } from '@/features/orders/paying/payment-attempts'
import { type Answer, fakeTaro, navigation, ok, type Request } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { order, orderId, problem, shopId, view } from '../sample-orders'

const MINUTE = 60_000
const linkKey = 'A'.repeat(22)
const PAY = '去付钱，微信支付'
const TILL = { kind: 'wechat-cashier', params: { appId: 'wx1', paySign: 's' } }

const waiting = () =>
  order({ payment: { method: 'wechat', state: 'pending' }, payUntil: Date.now() + 10 * MINUTE })

const linked = (state: 'pending' | 'paid' | 'void' | 'refunding' = 'pending') => {
  const { lines, goods, freight, total, fulfilment, payUntil } = waiting()
  return {
    ...{ lines, goods, freight, total, fulfilment, state: state === 'void' ? 'cancelled' : 'placed' },
    ...(state === 'pending' ? { payUntil } : {}),
    shop: { name: '家乡山货铺', slug: 'abc123', trade: 'nuts' },
    payment: { method: 'wechat', state },
  }
}

let shown: object
/** The payment that the phone began, as the server returns it. */
let attempt: object
let onBegin: (request: Request) => Answer | null
let opened: object[]

beforeEach(() => {
  fakeTaro.reset()
  usePaymentAttempts.setState({ attempts: [] })
  shown = linked()
  attempt = {}
  opened = []
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android MicroMessenger/8.0.50')
  Object.assign(window, {
    WeixinJSBridge: {
      invoke: (_: string, params: object, done: (result: { err_msg: string }) => void) => {
        opened.push(params)
        shown = linked('paid')
        done({ err_msg: 'get_brand_wcpay_request:ok' })
      },
    },
  })
  onBegin = () => ok({ id: 'p', state: 'open', till: TILL })
  fakeTaro.answerSignedIn((request) => {
    if (request.path.includes('/attempts/'))
      return request.method === 'PUT' ? onBegin(request) : ok({ payment: attempt, order: shown })
    if (request.path.includes('/pay-links/')) return ok(shown)
    return ok({ ...view(waiting()), payLinkKey: linkKey })
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  Reflect.deleteProperty(window, 'WeixinJSBridge')
})

const renderLink = () => render(<PayLinkScreen shopId={shopId} orderId={orderId} linkKey={linkKey} />)

describe('PayLinkScreen', () => {
  it('shows what is paid for, and pays it once after a press', async () => {
    renderLink()
    expect(await screen.findByText('亲友在家乡山货铺买了东西，请您帮忙付。')).toBeInTheDocument()
    expect(screen.getByText('不认识发给您的人，就别付。')).toBeInTheDocument()
    expect(opened).toEqual([])
    await userEvent.dblClick(screen.getByRole('button', { name: PAY }))
    expect(await screen.findByText('付好了，店家收到了。')).toBeInTheDocument()
    expect(opened).toHaveLength(1)
    expect(screen.queryByRole('button', { name: PAY })).toBeNull()
  })

  it.each([
    ['paid', '付好了，店家收到了。'],
    ['void', '这一单取消了，不用付。'],
    ['refunding', '这一单不做了，钱退回付款的账户。'],
  ] as const)('offers no till for an order that is %s', async (state, text) => {
    shown = linked(state)
    renderLink()
    expect(await screen.findByText(text)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: PAY })).toBeNull()
  })

  it.each([
    ['void', 'requested', '这一单取消了，您付的钱正退回您的账户。'],
    ['void', 'done', '这一单取消了，您付的钱已经退回您的账户。'],
    ['paid', 'requested', '这一单已经有人付过了，您付的钱正退回您的账户。'],
  ] as const)(
    'says to a person whose payment was not needed that the money returns: %s, %s',
    async (state, returned, text) => {
      usePaymentAttempts.getState().save(orderId, '01J0000000000000000PAYMENT')
      shown = linked(state)
      attempt = { state: 'paid', returned }
      renderLink()
      expect(await screen.findByText(text)).toBeInTheDocument()
      expect(screen.queryByText(/不用付/)).toBeNull()
    },
  )

  it('reloads the order when it was paid meanwhile', async () => {
    onBegin = () => {
      shown = linked('paid')
      return problem(409, 'not-allowed-now')
    }
    renderLink()
    await userEvent.click(await screen.findByRole('button', { name: PAY }))
    expect(await screen.findByText('付好了，店家收到了。')).toBeInTheDocument()
  })

  it('explains an invalid link, and offers to retry without a network', async () => {
    fakeTaro.answer(() => problem(404, 'not-found'))
    const gone = renderLink()
    expect(await screen.findByText('链接可能不完整，请对方重新发一次。')).toBeInTheDocument()
    gone.unmount()
    fakeTaro.answer(() => null)
    renderLink()
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})

describe('PayLinkScreen after the payment', () => {
  it('leads on to the shop', async () => {
    shown = linked('paid')
    render(<PayLinkScreen shopId={shopId} orderId={orderId} linkKey={linkKey} />)
    await userEvent.click(await screen.findByRole('button', { name: '去店里看看' }))
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: '/pages/storefront/shop?slug=abc123' }])
  })
})

describe('AskPaymentScreen', () => {
  it('has a title of its own', async () => {
    render(<AskPaymentScreen shopId={shopId} orderId={orderId} />)
    await screen.findByRole('button', { name: '复制链接' })
    expect(new Set(fakeTaro.titles)).toEqual(new Set(['请别人帮我付']))
  })

  it('is linked from an order that waits for its payment', async () => {
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    await pressMore('请别人帮我付')
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/pay/ask?shop=${shopId}&order=${orderId}`)])
  })

  it('copies a link to the page on which others pay', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    render(<AskPaymentScreen shopId={shopId} orderId={orderId} />)
    await userEvent.click(await screen.findByRole('button', { name: '复制链接' }))
    expect(await screen.findByText('复制好了，发给对方就行。')).toBeInTheDocument()
    await waitFor(() =>
      expect(writeText).toHaveBeenCalledWith(
        expect.stringMatching(`^https?://[^/]+/pay\\?shop=${shopId}&order=${orderId}&key=${linkKey}$`),
      ),
    )
  })
})
