import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { type Answer, fakeTaro, navigation, ok, type Request } from '../../../support/components/taro'
import { order, problem, sentSteps, shopId } from '../sample-orders'
import { ids, listed, Panel } from './listed-orders'

const onMoved = jest.fn()
const paid = { method: 'on-delivery', state: 'paid' } as const
let onList: (request: Request) => Answer | null
let onStep: (request: Request) => Answer | null | Promise<Answer>

beforeEach(() => {
  fakeTaro.reset()
  onMoved.mockReset()
  onList = () => ok({ items: [listed(0)] })
  onStep = () => ok(listed(0, { state: 'accepted' }))
  fakeTaro.answerSignedIn((request) => (request.path.endsWith('/steps') ? onStep(request) : onList(request)))
})

const open = (first: OrderFilter = 'placed') =>
  render(<Panel first={first} counts={{ placed: 1, refund: 1 }} onOrderChanged={onMoved} />)

describe('OrdersPanel', () => {
  it('shows the next step as one button that updates the order and the counts', async () => {
    open()
    await userEvent.click(await screen.findByRole('button', { name: '接单' }))
    expect(await screen.findByRole('button', { name: '出门送' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '做不了，取消' })).toBeNull()
    expect(sentSteps().map(({ action }) => action)).toEqual(['accept'])
    expect(onMoved).toHaveBeenCalled()
  })

  it('finds parcels without a waybill and marks them on their cards', async () => {
    onList = () => ok({ items: [listed(0, { state: 'underway', fulfilment: 'courier' })] })
    open('all')
    expect(await screen.findByText('还没写快递单号')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '找订单' }))
    await userEvent.click(screen.getByRole('radio', { name: '快递' }))
    await userEvent.click(screen.getByRole('radio', { name: '还没写' }))
    await waitFor(() => expect(fakeTaro.requests.at(-1)?.path).toMatch(/fulfilment=courier&waybill=missing/))
    await userEvent.click(screen.getByRole('radio', { name: '送上门' }))
    await waitFor(() => expect(fakeTaro.requests.at(-1)?.path).not.toContain('waybill'))
  })

  it('sends one step for a double tap', async () => {
    const answers: ((answer: Answer) => void)[] = []
    onStep = () => new Promise<Answer>((resolve) => answers.push(resolve))
    open()
    const button = await screen.findByRole('button', { name: '接单' })
    await userEvent.dblClick(button)
    await waitFor(() => expect(answers).toHaveLength(1))
    expect(await screen.findByRole('button', { name: '正在记下……' })).toHaveAttribute('aria-disabled', 'true')
    await act(async () => answers[0]?.(ok(listed(0, { state: 'accepted' }))))
    expect(sentSteps()).toHaveLength(1)
  })

  it('asks for confirmation before it sends an order whose buyer requests a change, and declines the change', async () => {
    const receiver = { ...order().receiver, address: '成县沙坝镇上街 3 号' }
    const changeRequest = { id: '01J0000000000000000000CHNG', state: 'asked', at: 1, receiver } as const
    onList = () => ok({ items: [listed(0, { state: 'accepted', changeRequest })] })
    onStep = () => ok(listed(0, { state: 'underway' }))
    open('accepted')
    await userEvent.click(await screen.findByRole('button', { name: '出门送' }))
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('地址：成县沙坝镇上街 3 号')).toBeInTheDocument()
    expect(sentSteps()).toEqual([])
    await userEvent.click(sheet.getByRole('button', { name: '照原来的办' }))
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'send', declines: changeRequest.id }]))
  })

  it('shows a change request that arrived after the list was loaded, and does not send the order', async () => {
    const { receiver } = order()
    const changeRequest = { id: '01J0000000000000000000CHNG', state: 'asked', at: 1, receiver } as const
    onList = () => ok({ items: [listed(0, { state: 'accepted' })] })
    onStep = () => problem(409, 'not-allowed-now', listed(0, { state: 'accepted', changeRequest }))
    open('accepted')
    await userEvent.click(await screen.findByRole('button', { name: '出门送' }))
    expect(await screen.findByText('买家想改')).toBeInTheDocument()
    expect(screen.getByRole('alert')).toHaveTextContent('这一单刚才变了')
    expect(sentSteps()).toMatchObject([{ action: 'send' }])
  })

  it('shows a cancellation request that arrived after the list was loaded, and declines it after a confirmation', async () => {
    const payment = { method: 'wechat', state: 'paid' } as const
    onList = () => ok({ items: [listed(0, { state: 'accepted', payment })] })
    onStep = () =>
      problem(409, 'not-allowed-now', listed(0, { state: 'accepted', payment, afterSale: 'cancel-asked' }))
    open('accepted')
    const send = await screen.findByRole('button', { name: '出门送' })
    await userEvent.click(send)
    expect(await screen.findByRole('alert')).toHaveTextContent('这一单刚才变了')
    onStep = () => ok(listed(0, { state: 'underway', payment }))
    await userEvent.click(screen.getByRole('button', { name: '出门送' }))
    const sheet = within(await screen.findByRole('dialog', { name: '买家想取消，还没答复' }))
    await userEvent.click(sheet.getByRole('button', { name: '不取消，照办' }))
    await waitFor(() => expect(sentSteps()).toHaveLength(2))
    expect(sentSteps()[0]).not.toHaveProperty('declinesCancel')
    expect(sentSteps()[1]).toMatchObject({ action: 'send', declinesCancel: true })
  })

  it('ignores a second tap on the button that replaced the first', async () => {
    jest.useFakeTimers()
    open()
    fireEvent.click(await screen.findByRole('button', { name: '接单' }))
    const next = await screen.findByRole('button', { name: '出门送' })
    fireEvent.click(next)
    await act(async () => void (await jest.advanceTimersByTimeAsync(100)))
    expect(sentSteps().map(({ action }) => action)).toEqual(['accept'])
    await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'), { timeout: 20_000 })
    fireEvent.click(next)
    await waitFor(() => expect(sentSteps().map(({ action }) => action)).toEqual(['accept', 'send']))
  })

  it('loads the orders of the chosen filter, which may be open claims', async () => {
    open()
    await screen.findByText('第 1 单')
    await userEvent.click(screen.getByRole('radio', { name: '退款，1 单' }))
    await waitFor(() => {
      const queries = fakeTaro.requests.map(({ path }) => path.split('?')[1])
      expect(queries).toEqual(expect.arrayContaining(['state=placed', 'afterSale=open']))
    })
  })

  it('loads older orders by page without duplicates', async () => {
    onList = ({ path }) =>
      path.includes('cursor=')
        ? ok({ items: [listed(1), listed(2)] })
        : ok({ items: [listed(0), listed(1)], next: 'more' })
    open()
    await userEvent.click(await screen.findByRole('button', { name: '看后面的' }))
    expect(await screen.findByText('第 3 单')).toBeInTheDocument()
    expect(screen.getAllByText('第 2 单')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '看后面的' })).toBeNull()
  })

  it('explains an empty list and offers to retry a failed one', async () => {
    onList = () => null
    open()
    const retry = await screen.findByRole('button', { name: '再试一次' })
    onList = () => ok({ items: [] })
    await userEvent.click(retry)
    expect(await screen.findByText('没有等着接的单')).toBeInTheDocument()
  })

  it('opens an order from its card', async () => {
    open()
    const card = await screen.findByRole('link', { name: /^第 1 单/ })
    expect(within(card).getByText('核桃 2 斤')).toBeInTheDocument()
    await userEvent.click(card)
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/merchant/order?shop=${shopId}&order=${ids[0]}`)])
  })

  it("shows the buyer's note on the card", async () => {
    onList = () => ok({ items: [listed(0, { note: '放门口就行' })] })
    open()
    expect(await screen.findByText('买家留言：放门口就行')).toBeInTheDocument()
  })

  /** Returns the half of its row that the button occupies; the other half holds a hint. */
  function halfOf(button: HTMLElement) {
    const halves = [...(button.closest('.step-buttons--main')?.children ?? [])]
    expect(halves).toHaveLength(2)
    return halves[0]?.contains(button) ? 'left' : 'right'
  }

  it('offers to undo a finish in the opposite half from the finish button', async () => {
    onList = () => ok({ items: [listed(0, { state: 'underway' })] })
    onStep = () => ok(listed(0, { state: 'done', payment: paid, undoableStep: 'finish' }))
    open('underway')
    const finish = await screen.findByRole('button', { name: '送到了，钱收了' })
    expect(halfOf(finish)).toBe('right')
    await userEvent.click(finish)
    const undo = await screen.findByRole('button', { name: '点错了，撤回' })
    expect(halfOf(undo)).toBe('left')
  })

  it('offers to undo collecting in the opposite half from the button that collects', async () => {
    onList = () => ok({ items: [listed(0, { state: 'done' })] })
    onStep = () => ok(listed(0, { state: 'done', payment: paid, undoableStep: 'collect' }))
    open('done')
    const collect = await screen.findByRole('button', { name: '钱收到了' })
    expect(halfOf(collect)).toBe('left')
    await userEvent.click(collect)
    const undo = await screen.findByRole('button', { name: '点错了，重新记' })
    expect(halfOf(undo)).toBe('right')
  })

  it('collects again with a new id after undoing a collection whose reply was lost', async () => {
    const shows = (more: Partial<Order>): Answer => ok(listed(2, { state: 'done', ...more }))
    const collected = { payment: paid, undoableStep: 'collect' as const }
    onList = () => ok({ items: [listed(2, { state: 'done' })] })
    onStep = () => null
    open('done')
    await userEvent.click(await screen.findByRole('button', { name: '钱收到了' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上')
    onList = () => ok({ items: [listed(2, { state: 'done', ...collected })] })
    await userEvent.click(screen.getByRole('button', { name: '刷新' }))
    const press = async (name: string) => {
      const button = await screen.findByRole('button', { name })
      await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
      await userEvent.click(button)
    }
    onStep = () => shows({})
    await press('点错了，重新记')
    onStep = () => shows(collected)
    await press('钱收到了')
    await waitFor(() => expect(sentSteps()).toHaveLength(3))
    const [lost, , again] = sentSteps()
    expect(again?.action).toBe('collect')
    expect(again?.id).not.toBe(lost?.id)
  })
})
