import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import type { Order } from '@/domain/order/order'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { type Answer, fakeTaro, navigation, ok, type Request } from '../../../support/components/taro'
import { order, problem, sentSteps, shopId } from '../sample-orders'
import { chooseIn, ids, listed, Panel, rowOf } from './listed-orders'

const onMoved = jest.fn()
const orderUrl = `/pages/merchant/order?shop=${shopId}&order=${ids[0]}`
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

  it('finds parcels without a waybill and marks them in their rows', async () => {
    onList = () => ok({ items: [listed(0, { state: 'underway', fulfilment: 'courier' })] })
    open('all')
    expect(await screen.findByText('还没写快递单号')).toBeInTheDocument()
    await chooseIn('筛', '快递', '还没写')
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

  it('opens an order whose buyer waits for an answer instead of sending it', async () => {
    const { receiver } = order()
    const changeRequest = { id: '01J0000000000000000000CHNG', state: 'asked', at: 1, receiver } as const
    onList = () => ok({ items: [listed(0, { state: 'accepted', changeRequest })] })
    open('accepted')
    await userEvent.click(await screen.findByRole('button', { name: '答复' }))
    expect(sentSteps()).toEqual([])
    await waitFor(() => expect(fakeTaro.navigations).toEqual([navigation(orderUrl)]))
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

  it('shows a cancellation request that arrived after the list was loaded, and does not send the order', async () => {
    const payment = { method: 'wechat', state: 'paid' } as const
    onList = () => ok({ items: [listed(0, { state: 'accepted', payment })] })
    onStep = () =>
      problem(409, 'not-allowed-now', listed(0, { state: 'accepted', payment, afterSale: 'cancel-asked' }))
    open('accepted')
    await userEvent.click(await screen.findByRole('button', { name: '出门送' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('这一单刚才变了')
    expect(screen.getByText('买家想取消')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '答复' })).toBeInTheDocument()
    expect(sentSteps()[0]).not.toHaveProperty('declinesCancel')
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
    await rowOf(1)
    await chooseIn('筛', '退款 1')
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
    await rowOf(3)
    expect(screen.getAllByRole('link', { name: /^2(?!\d)/ })).toHaveLength(1)
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

  it('opens an order from its row, which names what goes where', async () => {
    // another test has just opened the first order, and a page is not opened twice within a moment
    onList = () => ok({ items: [listed(2)] })
    open()
    const row = await rowOf(3)
    expect(row).toHaveTextContent(/^3下街核桃 2 斤收货人¥53/)
    expect(within(row).getByRole('img', { name: '送上门' })).toBeInTheDocument()
    await userEvent.click(row)
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([navigation(orderUrl.replace(String(ids[0]), String(ids[2])))]),
    )
  })

  it('marks an order with a note in its row, and its day', async () => {
    const slot = { day: dayOf(Date.now()), part: 'morning' } as const
    onList = () => ok({ items: [listed(0, { note: '放门口就行', slot })] })
    open()
    expect(await screen.findByText('有留言')).toBeInTheDocument()
    expect(screen.getByText('今天上午')).toBeInTheDocument()
  })

  it('opens the claims of an order by its row, with the time by which they have to be answered', async () => {
    const order = listed(0, { state: 'done', payment: paid, afterSale: 'asked', answerBy: Date.now() })
    onList = () => ok({ items: [order] })
    open('to-do')
    expect(await screen.findByText(/^买家要退款，今天 \d\d:\d\d 前答复$/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '答复' }))
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([navigation(orderUrl.replace('/order', '/claim'))]),
    )
  })

  it('has at most two things to tap for an order and eight for the list of twenty', async () => {
    const orders = Array.from({ length: 20 }, (_, at) =>
      listed(0, { id: `order ${at}`, number: at + 1, state: at % 2 ? 'accepted' : 'placed' }),
    )
    onList = () => ok({ items: orders })
    open('to-do')
    await rowOf(20)
    const tappable = ['button', 'link', 'radio', 'checkbox', 'textbox'].flatMap((role) =>
      screen.queryAllByRole(role),
    )
    expect(tappable.length).toBeLessThanOrEqual(2 * 20 + 8)
  })

  it('shows a filter as a condition that can be removed, and its stage among the three', async () => {
    open('refund')
    expect(await screen.findByRole('radio', { name: '要办' })).toBeChecked()
    await userEvent.click(screen.getByRole('button', { name: '不只看“退款”' }))
    await waitFor(() => expect(fakeTaro.requests.at(-1)?.path).toMatch(/state=to-do$/))
    expect(screen.queryByRole('button', { name: /^不只看/ })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: '办完' }))
    await waitFor(() => expect(fakeTaro.requests.at(-1)?.path).toMatch(/state=over$/))
  })

  it('shows the orders of a day that there is', async () => {
    const day = addDays(dayOf(Date.now()), 1)
    onList = () => ok({ items: [listed(0, { slot: { day, part: 'day' } }), listed(1)] })
    render(<Panel first="to-do" hasSlots />)
    await rowOf(2)
    await chooseIn('哪天', '明天')
    await waitFor(() => expect(fakeTaro.requests.at(-1)?.path).toMatch(new RegExp(`slotDay=${day}`)))
    await userEvent.click(screen.getByRole('button', { name: '看这些单' }))
    expect(screen.getByRole('button', { name: '哪天，明天' })).toBeInTheDocument()
  })

  it('divides the list by place', async () => {
    const receiver = { ...order().receiver, address: '成县小川镇小川坝村' }
    onList = () => ok({ items: [listed(0), listed(1, { receiver }), listed(2)] })
    open('to-do')
    await rowOf(1)
    await chooseIn('筛', '按村')
    await userEvent.click(screen.getByRole('button', { name: '看这些单' }))
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      '下街，2 单',
      '小川坝村，1 单',
    ])
  })

  it.each([
    ['a finish', listed(0, { state: 'underway' }), '送到了，钱收了', '点错了，撤回', 'finish'],
    ['collecting', listed(0, { state: 'done' }), '钱收到了', '点错了，重新记', 'collect'],
  ] as const)(
    'offers to undo %s, not at once where the step was pressed',
    async (_, shown, step, undo, done) => {
      onList = () => ok({ items: [shown] })
      onStep = () => ok({ ...shown, state: 'done', payment: paid, undoableStep: done })
      open('all')
      await userEvent.click(await screen.findByRole('button', { name: step }))
      expect(await screen.findByRole('button', { name: undo })).toHaveAttribute('aria-disabled', 'true')
    },
  )

  it('collects again with a new id after undoing a collection whose reply was lost', async () => {
    const shows = (more: Partial<Order>): Answer => ok(listed(2, { state: 'done', ...more }))
    const collected = { payment: paid, undoableStep: 'collect' as const }
    onList = () => ok({ items: [listed(2, { state: 'done' })] })
    onStep = () => null
    open('done')
    await userEvent.click(await screen.findByRole('button', { name: '钱收到了' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上')
    onList = () => ok({ items: [listed(2, { state: 'done', ...collected })] })
    await userEvent.click(screen.getByRole('button', { name: '更多' }))
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
