import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { Order } from '@/domain/order/order'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { OrdersPanel } from '@/features/orders/list/orders-panel'
import { type Answer, fakeTaro, type Request } from '../../../support/components/taro'
import { order, problem, sentSteps, session, shopId } from '../sample-orders'

const onMoved = jest.fn()
const ids = ['1', '2', '3'].map((n) => `01J000000000000000000RDER${n}`)
const paid = { method: 'on-delivery', state: 'paid' } as const
const listed = (at: number, more: Partial<Order> = {}) =>
  order({ id: ids[at] ?? '', number: at + 1, ...more })
let onList: (request: Request) => Answer | null
let onStep: (request: Request) => Answer | null | Promise<Answer>

beforeEach(() => {
  fakeTaro.reset()
  onMoved.mockReset()
  onList = () => ({ status: 200, body: { items: [listed(0)] } })
  onStep = () => ({ status: 200, body: listed(0, { state: 'accepted' }) })
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return session
    return request.path.endsWith('/steps') ? onStep(request) : onList(request)
  })
})

function Panel({ first = 'placed', arrived = 1 }: { first?: OrderFilter; arrived?: number }) {
  const [filter, setFilter] = useState<OrderFilter>(first)
  return (
    <OrdersPanel
      shopId={shopId}
      filter={filter}
      onFilter={setFilter}
      counts={{ placed: 1, refund: 1 }}
      active
      arrived={arrived}
      onOrderChanged={onMoved}
    />
  )
}

describe('OrdersPanel', () => {
  it('shows the next step as one button that updates the order and the counts', async () => {
    render(<Panel />)
    await userEvent.click(await screen.findByRole('button', { name: '接单' }))
    expect(await screen.findByRole('button', { name: '出门送' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '做不了，取消' })).toBeNull()
    expect(sentSteps().map(({ action }) => action)).toEqual(['accept'])
    expect(onMoved).toHaveBeenCalled()
  })

  it('finds parcels without a waybill and marks them on their cards', async () => {
    onList = () => ({
      status: 200,
      body: { items: [listed(0, { state: 'underway', fulfilment: 'courier' })] },
    })
    render(<Panel first="all" />)
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
    render(<Panel />)
    const button = await screen.findByRole('button', { name: '接单' })
    await userEvent.dblClick(button)
    await waitFor(() => expect(answers).toHaveLength(1))
    expect(await screen.findByRole('button', { name: '正在记下……' })).toHaveAttribute('aria-disabled', 'true')
    await act(async () => answers[0]?.({ status: 200, body: listed(0, { state: 'accepted' }) }))
    expect(sentSteps()).toHaveLength(1)
  })

  it('asks for confirmation before it sends an order whose buyer requests a change, and declines the change', async () => {
    const receiver = { ...order().receiver, address: '成县沙坝镇上街 3 号' }
    const changeRequest = { id: '01J0000000000000000000CHNG', state: 'asked', at: 1, receiver } as const
    onList = () => ({ status: 200, body: { items: [listed(0, { state: 'accepted', changeRequest })] } })
    onStep = () => ({ status: 200, body: listed(0, { state: 'underway' }) })
    render(<Panel first="accepted" />)
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
    onList = () => ({ status: 200, body: { items: [listed(0, { state: 'accepted' })] } })
    onStep = () => problem(409, 'not-allowed-now', listed(0, { state: 'accepted', changeRequest }))
    render(<Panel first="accepted" />)
    await userEvent.click(await screen.findByRole('button', { name: '出门送' }))
    expect(await screen.findByText('买家想改')).toBeInTheDocument()
    expect(screen.getByRole('alert')).toHaveTextContent('这一单刚才变了')
    expect(sentSteps()).toMatchObject([{ action: 'send' }])
  })

  it('shows a cancellation request that arrived after the list was loaded, and declines it after a confirmation', async () => {
    const payment = { method: 'wechat', state: 'paid' } as const
    onList = () => ({ status: 200, body: { items: [listed(0, { state: 'accepted', payment })] } })
    onStep = () =>
      problem(409, 'not-allowed-now', listed(0, { state: 'accepted', payment, afterSale: 'cancel-asked' }))
    render(<Panel first="accepted" />)
    const send = await screen.findByRole('button', { name: '出门送' })
    await userEvent.click(send)
    expect(await screen.findByRole('alert')).toHaveTextContent('这一单刚才变了')
    onStep = () => ({ status: 200, body: listed(0, { state: 'underway', payment }) })
    await userEvent.click(screen.getByRole('button', { name: '出门送' }))
    const sheet = within(await screen.findByRole('dialog', { name: '买家想取消，还没答复' }))
    await userEvent.click(sheet.getByRole('button', { name: '不取消，照办' }))
    await waitFor(() => expect(sentSteps()).toHaveLength(2))
    expect(sentSteps()[0]).not.toHaveProperty('declinesCancel')
    expect(sentSteps()[1]).toMatchObject({ action: 'send', declinesCancel: true })
  })

  it('ignores a second tap on the button that replaced the first', async () => {
    jest.useFakeTimers()
    try {
      render(<Panel />)
      fireEvent.click(await screen.findByRole('button', { name: '接单' }))
      const next = await screen.findByRole('button', { name: '出门送' })
      fireEvent.click(next)
      await act(async () => void (await jest.advanceTimersByTimeAsync(100)))
      expect(sentSteps().map(({ action }) => action)).toEqual(['accept'])
      await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'), { timeout: 20_000 })
      fireEvent.click(next)
      await waitFor(() => expect(sentSteps().map(({ action }) => action)).toEqual(['accept', 'send']))
    } finally {
      jest.useRealTimers()
    }
  })

  it('loads the orders of the chosen filter, which may be open claims', async () => {
    render(<Panel />)
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
        ? { status: 200, body: { items: [listed(1), listed(2)] } }
        : { status: 200, body: { items: [listed(0), listed(1)], next: 'more' } }
    render(<Panel />)
    await userEvent.click(await screen.findByRole('button', { name: '看后面的' }))
    expect(await screen.findByText('第 3 单')).toBeInTheDocument()
    expect(screen.getAllByText('第 2 单')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '看后面的' })).toBeNull()
  })

  it('explains an empty list and offers to retry a failed one', async () => {
    onList = () => null
    render(<Panel />)
    const retry = await screen.findByRole('button', { name: '再试一次' })
    onList = () => ({ status: 200, body: { items: [] } })
    await userEvent.click(retry)
    expect(await screen.findByText('没有等着接的单')).toBeInTheDocument()
  })

  it('opens an order from its card', async () => {
    render(<Panel />)
    const card = await screen.findByRole('link', { name: /^第 1 单/ })
    expect(within(card).getByText('核桃 2 斤')).toBeInTheDocument()
    await userEvent.click(card)
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: `/pages/merchant/order?shop=${shopId}&order=${ids[0]}` },
    ])
  })

  it("shows the buyer's note on the card", async () => {
    onList = () => ({ status: 200, body: { items: [listed(0, { note: '放门口就行' })] } })
    render(<Panel />)
    expect(await screen.findByText('买家留言：放门口就行')).toBeInTheDocument()
  })

  /** Returns the half of its row that the button occupies; the other half holds a hint. */
  function halfOf(button: HTMLElement) {
    const halves = [...(button.closest('.step-buttons--main')?.children ?? [])]
    expect(halves).toHaveLength(2)
    return halves[0]?.contains(button) ? 'left' : 'right'
  }

  it('offers to undo a finish in the opposite half from the finish button', async () => {
    onList = () => ({ status: 200, body: { items: [listed(0, { state: 'underway' })] } })
    onStep = () => ({
      status: 200,
      body: listed(0, { state: 'done', payment: paid, undoableStep: 'finish' }),
    })
    render(<Panel first="underway" />)
    const finish = await screen.findByRole('button', { name: '送到了，钱收了' })
    expect(halfOf(finish)).toBe('right')
    await userEvent.click(finish)
    const undo = await screen.findByRole('button', { name: '点错了，撤回' })
    expect(halfOf(undo)).toBe('left')
  })

  it('offers to undo collecting in the opposite half from the button that collects', async () => {
    onList = () => ({ status: 200, body: { items: [listed(0, { state: 'done' })] } })
    onStep = () => ({
      status: 200,
      body: listed(0, { state: 'done', payment: paid, undoableStep: 'collect' }),
    })
    render(<Panel first="done" />)
    const collect = await screen.findByRole('button', { name: '钱收到了' })
    expect(halfOf(collect)).toBe('left')
    await userEvent.click(collect)
    const undo = await screen.findByRole('button', { name: '点错了，重新记' })
    expect(halfOf(undo)).toBe('right')
  })

  it('collects again with a new id after undoing a collection whose reply was lost', async () => {
    const shows = (more: Partial<Order>): Answer => ({
      status: 200,
      body: listed(2, { state: 'done', ...more }),
    })
    const collected = { payment: paid, undoableStep: 'collect' as const }
    onList = () => ({ status: 200, body: { items: [listed(2, { state: 'done' })] } })
    onStep = () => null
    render(<Panel first="done" />)
    await userEvent.click(await screen.findByRole('button', { name: '钱收到了' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上')
    onList = () => ({ status: 200, body: { items: [listed(2, { state: 'done', ...collected })] } })
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
