import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { Order } from '@/domain/order'
import type { OrderFilter } from '@/features/orders/order-filter'
import { OrdersPanel } from '@/features/orders/orders-panel'
import { type Answer, type Request, stage } from '../../support/taro'
import { order, session, shopId, stepsSent } from './sample-orders'

const onMoved = jest.fn()
const ids = ['1', '2', '3'].map((n) => `01J000000000000000000RDER${n}`)
const paid = { method: 'on-delivery', state: 'paid' } as const
const listed = (at: number, more: Partial<Order> = {}) =>
  order({ id: ids[at] ?? '', number: at + 1, ...more })
let onList: (request: Request) => Answer | null
let onStep: (request: Request) => Answer | null | Promise<Answer>

beforeEach(() => {
  stage.reset()
  onMoved.mockReset()
  onList = () => ({ status: 200, body: { items: [listed(0)] } })
  onStep = () => ({ status: 200, body: listed(0, { state: 'accepted' }) })
  stage.answer((request) => {
    if (request.path === '/api/sessions') return session
    return request.path.endsWith('/steps') ? onStep(request) : onList(request)
  })
})

function Panel({ first = 'placed', lastOrder = 1 }: { first?: OrderFilter; lastOrder?: number }) {
  const [filter, setFilter] = useState<OrderFilter>(first)
  return (
    <OrdersPanel
      shopId={shopId}
      filter={filter}
      onFilter={setFilter}
      counts={{ placed: 1, refund: 1 }}
      active
      lastOrder={lastOrder}
      onMoved={onMoved}
    />
  )
}

test('the next step is one large button; taking it moves the card and what is counted', async () => {
  render(<Panel />)
  await userEvent.click(await screen.findByRole('button', { name: '接单' }))
  expect(await screen.findByRole('button', { name: '出门送' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '做不了，取消' })).toBeNull()
  expect(stepsSent().map(({ action }) => action)).toEqual(['accept'])
  expect(onMoved).toHaveBeenCalled()
})

test('two quick taps send one step', async () => {
  const answers: ((answer: Answer) => void)[] = []
  onStep = () => new Promise<Answer>((resolve) => answers.push(resolve))
  render(<Panel />)
  const button = await screen.findByRole('button', { name: '接单' })
  await userEvent.dblClick(button)
  await waitFor(() => expect(answers).toHaveLength(1))
  expect(await screen.findByRole('button', { name: '正在记下……' })).toHaveAttribute('aria-disabled', 'true')
  await act(async () => answers[0]?.({ status: 200, body: listed(0, { state: 'accepted' }) }))
  expect(stepsSent()).toHaveLength(1)
})

test('a second tap that comes after the answer does not take the step that stands there now', async () => {
  jest.useFakeTimers()
  try {
    render(<Panel />)
    fireEvent.click(await screen.findByRole('button', { name: '接单' }))
    const next = await screen.findByRole('button', { name: '出门送' })
    fireEvent.click(next)
    await act(async () => void (await jest.advanceTimersByTimeAsync(100)))
    expect(stepsSent().map(({ action }) => action)).toEqual(['accept'])
    await waitFor(() => expect(next).not.toHaveAttribute('aria-disabled'), { timeout: 20_000 })
    fireEvent.click(next)
    await waitFor(() => expect(stepsSent().map(({ action }) => action)).toEqual(['accept', 'send']))
  } finally {
    jest.useRealTimers()
  }
})

test('a chip asks the server for its state, refunds for those still open', async () => {
  onList = ({ path }) => ({ status: 200, body: { items: [listed(path.includes('agreed') ? 1 : 0)] } })
  render(<Panel />)
  await screen.findByText('第 1 单')
  await userEvent.click(screen.getByRole('radio', { name: '退款，1 单' }))
  await waitFor(() => {
    const asked = stage.requests.map(({ path }) => path.split('?')[1])
    expect(asked).toEqual(expect.arrayContaining(['state=placed', 'afterSale=asked', 'afterSale=agreed']))
  })
})

test('older orders come by the page, none twice', async () => {
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

test('an empty list says what it is empty of, a failed one how to try again', async () => {
  onList = () => null
  render(<Panel />)
  const retry = await screen.findByRole('button', { name: '再试一次' })
  onList = () => ({ status: 200, body: { items: [] } })
  await userEvent.click(retry)
  expect(await screen.findByText('没有等着接的单')).toBeInTheDocument()
})

test('a card leads to its order', async () => {
  render(<Panel />)
  const card = await screen.findByRole('link', { name: /^第 1 单/ })
  expect(within(card).getByText('核桃 2 斤')).toBeInTheDocument()
  await userEvent.click(card)
  expect(stage.visits).toEqual([
    { by: 'navigateTo', url: `/pages/merchant/order?shop=${shopId}&order=${ids[0]}` },
  ])
})

it('shows the note of the buyer on the card of an order', async () => {
  onList = () => ({ status: 200, body: { items: [listed(0, { note: '放门口就行' })] } })
  render(<Panel />)
  expect(await screen.findByText('买家留言：放门口就行')).toBeInTheDocument()
})

/** In which half of its row a button is, which has a hint in the other one. */
function halfOf(button: HTMLElement) {
  const halves = [...(button.closest('.step-buttons--main')?.children ?? [])]
  expect(halves).toHaveLength(2)
  return halves[0]?.contains(button) ? 'left' : 'right'
}

it('offers to undo a finish on the card, where the finishing button was not', async () => {
  onList = () => ({ status: 200, body: { items: [listed(0, { state: 'underway' })] } })
  onStep = () => ({ status: 200, body: listed(0, { state: 'done', payment: paid, undoable: true }) })
  render(<Panel first="underway" />)
  const finish = await screen.findByRole('button', { name: '送到了，钱收了' })
  expect(halfOf(finish)).toBe('right')
  await userEvent.click(finish)
  const undo = await screen.findByRole('button', { name: '点错了，撤回' })
  expect(halfOf(undo)).toBe('left')
})
