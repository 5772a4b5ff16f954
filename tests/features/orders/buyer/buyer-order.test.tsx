import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { order, orderId, problem, sentSteps, shopId, view } from '../sample-orders'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

let shown: Order
let onStep: (request: Request) => Answer | null
let onRead: () => Answer | null
const reads = () => fakeTaro.requests.filter(({ method }) => method === 'GET').length

beforeEach(() => {
  fakeTaro.reset()
  shown = order()
  onStep = () => ok(order({ state: 'cancelled' }))
  onRead = () => ok(view(shown))
  fakeTaro.params({ shop: shopId, order: orderId })
  fakeTaro.answerSignedIn((request) => {
    return request.path.endsWith('/steps') ? onStep(request) : onRead()
  })
})

describe('OrderPage', () => {
  it("shows the next step, that nothing is paid yet, and the shop's phone", async () => {
    render(<OrderPage />)
    expect(await screen.findByText('等店家接单，接了就给您送上门。')).toBeInTheDocument()
    expect(screen.getByText('现在不用付钱，货到了再付')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '给店家打电话，家乡山货铺，13800006021' })).toBeInTheDocument()
    expect(screen.getByText('¥53.00')).toBeInTheDocument()
  })

  it('leads to all orders of the buyer', async () => {
    render(<OrderPage />)
    await pressMore('我的订单')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/orders/mine')
  })

  it('shows the WeChat id of the shop when copying it fails', async () => {
    const writeText = jest.fn().mockRejectedValue(new Error('denied'))
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    document.execCommand = () => false
    onRead = () => {
      const known = view(shown)
      return ok({ ...known, shop: { ...known.shop, wechatId: 'shanhuo_88' } })
    }
    render(<OrderPage />)
    await userEvent.click(await screen.findByRole('button', { name: '抄下微信号 shanhuo_88' }))
    expect(await screen.findByText('没抄上，照着写：shanhuo_88')).toBeInTheDocument()
  })

  it('cancels once after one confirmation', async () => {
    const answers: ((answer: Answer) => void)[] = []
    fakeTaro.answerSignedIn((request) => {
      return request.path.endsWith('/steps')
        ? new Promise<Answer>((resolve) => answers.push(resolve))
        : onRead()
    })
    render(<OrderPage />)
    await pressMore('不要了，取消')
    expect(sentSteps()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '不要了' }))
    const again = screen.getByRole('button', { name: '更多' })
    expect(again).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(again)
    expect(screen.queryByRole('dialog')).toBeNull()
    await act(async () => answers[0]?.(ok(order({ state: 'cancelled' }))))
    expect(await screen.findByText('这一单取消了，不用付钱。')).toBeInTheDocument()
    expect(sentSteps().map(({ action }) => action)).toEqual(['cancel'])
  })

  it('keeps the order when the confirmation is declined', async () => {
    render(<OrderPage />)
    await pressMore('不要了，取消')
    await userEvent.click(screen.getByRole('button', { name: '还是要' }))
    expect(sentSteps()).toEqual([])
  })

  it('retries after a lost reply with the same id', async () => {
    shown = order({ state: 'underway' })
    onStep = () => null
    render(<OrderPage />)
    const press = async () => {
      await userEvent.click(await screen.findByRole('button', { name: '我收到了' }))
      await userEvent.click(screen.getByRole('button', { name: '收到了' }))
    }
    await press()
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上，看看手机有没有网')
    onStep = () => ok(order({ state: 'done' }))
    await press()
    expect(await screen.findByText('这一单做完了，谢谢照顾生意。')).toBeInTheDocument()
    const [first, second, ...more] = sentSteps()
    expect(more).toEqual([])
    expect(second?.id).toBe(first?.id)
  })

  it.each([
    ['local', '我收到了', '收到'],
    ['pickup', '我拿到了', '拿到'],
    ['courier', '我收到了', '收到'],
    ['on-site', '我来过了', '来过'],
  ] as const)('asks once before the buyer ends an order (%s)', async (fulfilment, finish, done) => {
    shown = order({ state: 'underway', fulfilment })
    onStep = () => ok(order({ state: 'done', fulfilment }))
    render(<OrderPage />)
    await userEvent.click(await screen.findByRole('button', { name: finish }))
    const sheet = within(screen.getByRole('dialog', { name: `已经${done}了？` }))
    expect(sheet.getByText(`点了，这一单就算${done}了，改不回来。`)).toBeInTheDocument()
    await userEvent.click(sheet.getByRole('button', { name: '还没有' }))
    expect(sentSteps()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: finish }))
    await userEvent.click(screen.getByRole('button', { name: `${done}了` }))
    expect(await screen.findByText('这一单做完了，谢谢照顾生意。')).toBeInTheDocument()
    expect(sentSteps().map(({ action }) => action)).toEqual(['finish'])
  })

  it('shows the current order when a step is no longer allowed', async () => {
    shown = order({ state: 'underway' })
    onStep = () => problem(409, 'not-allowed-now', order({ state: 'cancelled' }))
    render(<OrderPage />)
    await userEvent.click(await screen.findByRole('button', { name: '我收到了' }))
    await userEvent.click(screen.getByRole('button', { name: '收到了' }))
    expect(await screen.findByText('这一单取消了，不用付钱。')).toBeInTheDocument()
    expect(screen.getByText('这一单刚才变了，已经换成最新的。')).toBeInTheDocument()
  })

  it('polls while visible, pauses while hidden and stops when the order is finished', async () => {
    jest.useFakeTimers()
    render(<OrderPage />)
    await act(() => jest.advanceTimersByTimeAsync(10))
    expect(reads()).toBe(1)
    await act(() => jest.advanceTimersByTimeAsync(15_000))
    expect(reads()).toBe(2)
    act(() => fakeTaro.hide())
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    expect(reads()).toBe(2)
    shown = order({ state: 'done', payment: { method: 'on-delivery', state: 'paid' } })
    await act(async () => fakeTaro.show())
    await act(() => jest.advanceTimersByTimeAsync(10))
    expect(reads()).toBe(3)
    expect(screen.getByText('这一单做完了，谢谢照顾生意。')).toBeInTheDocument()
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    expect(reads()).toBe(3)
  })

  it('shows the last loaded order offline and says that it is old', async () => {
    render(<OrderPage />)
    await screen.findByText('等店家接单，接了就给您送上门。')
    onRead = () => null
    act(() => fakeTaro.hide())
    act(() => fakeTaro.show())
    expect(await screen.findByText('没连上，看到的是刚才的。')).toBeInTheDocument()
    expect(screen.getByText('等店家接单，接了就给您送上门。')).toBeInTheDocument()
  })

  it('reports an order that was not found', async () => {
    onRead = () => problem(404, 'not-found')
    render(<OrderPage />)
    expect(await screen.findByText('没找到这一单')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '回首页' }))
    await waitFor(() => expect(fakeTaro.navigations).toEqual([{ by: 'reLaunch', url: '/pages/home/index' }]))
  })

  it('promises the buyer a call and asks the seller to make it when no pickup place is set', async () => {
    shown = order({ fulfilment: 'pickup', receiver: { name: '收货人', phone: '13900001234' } })
    const { shop } = view(shown)
    const { phone: _phone, pickupPlace: _place, ...bare } = shop
    onRead = () => ok({ ...view(shown), shop: bare })
    const { unmount } = render(<OrderPage />)
    expect(await screen.findByText('店家会打电话告诉您在哪里拿。')).toBeInTheDocument()
    unmount()
    onRead = () => ok({ ...view(shown, 'owner'), shop: bare })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText(/^店里没写在哪里自提，打个电话告诉买家/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '复制电话，连名字' })).toBeInTheDocument()
  })

  it('mentions no call for a finished order of a shop without a phone', async () => {
    shown = order({ state: 'done', fulfilment: 'pickup', afterSale: 'declined' })
    const { phone: _phone, pickupPlace: _place, ...bare } = view(shown).shop
    onRead = () => ok({ ...view(shown), shop: bare })
    render(<OrderPage />)
    expect(await screen.findByText('店家说不行。')).toBeInTheDocument()
    expect(screen.queryByText('到哪里拿')).toBeNull()
  })

  it('offers cancellation instead of a refund while nothing is paid', async () => {
    shown = order({ state: 'accepted' })
    onStep = () => ok(order({ state: 'accepted', afterSale: 'cancel-asked' }))
    render(<OrderPage />)
    await pressMore('想取消这一单')
    await userEvent.click(screen.getByRole('button', { name: '想取消' }))
    expect(await screen.findByText(/^您说想取消，等店家答复/)).toBeInTheDocument()
    expect(sentSteps().map(({ action }) => action)).toEqual(['ask-cancel'])
    expect(document.body).not.toHaveTextContent(/退钱|退款/)
  })

  it('shows SellerOrder a cancellation request instead of a refund while nothing is paid', async () => {
    shown = order({ state: 'underway', afterSale: 'cancel-asked' })
    onRead = () => ok(view(shown, 'owner'))
    onStep = () => ok(order({ state: 'cancelled' }))
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText('买家想取消，先打个电话问清楚。')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '答复' }))
    expect(screen.getByRole('button', { name: '不取消' })).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent(/退钱|退款/)
    await userEvent.click(screen.getByRole('button', { name: '同意取消' }))
    expect(document.body).not.toHaveTextContent(/退钱|退款/)
    await userEvent.click(screen.getByRole('button', { name: '同意取消' }))
    await waitFor(() => expect(sentSteps().map(({ action }) => action)).toEqual(['agree-cancel']))
  })

  it('offers a call when the limit of steps is reached', async () => {
    shown = order({ state: 'underway' })
    onStep = () => problem(409, 'too-many-steps', shown)
    render(<OrderPage />)
    await pressMore('想取消这一单')
    await userEvent.click(screen.getByRole('button', { name: '想取消' }))
    expect(await screen.findByText('这一单改来改去太多次了，打个电话说吧。')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^给店家打电话.*13800006021$/ })).toBeInTheDocument()
  })

  it.each([
    ['undo-accept', 'placed', '接单'],
    ['undo-send', 'accepted', '出门'],
    ['undo-finish', 'underway', '送到'],
  ] as const)('shows that the last step was undone (%s)', async (action, state, station) => {
    shown = order({ state, history: [{ action, by: 'owner', at: Date.now() }] })
    render(<OrderPage />)
    expect(await screen.findByText(`店家刚才点错了，还没${station}。`)).toBeInTheDocument()
  })

  it('shows that collecting the payment was undone', async () => {
    shown = order({ state: 'done', history: [{ action: 'undo-collect', by: 'owner', at: Date.now() }] })
    render(<OrderPage />)
    expect(await screen.findByText('店家点错了，收钱要重新记。')).toBeInTheDocument()
  })
})
