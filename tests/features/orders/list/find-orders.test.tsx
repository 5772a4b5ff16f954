import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import { addMonths, daysOf, monthOf } from '@/domain/month'
import { answerWithOrders, chooseIn, list, lists, Panel } from './listed-orders'

const lastQuery = () => new URLSearchParams(lists().at(-1)?.path.split('?')[1])
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(answerWithOrders)

describe('order search', () => {
  it('searches once a text is typed, and by day, way of delivery and payment', async () => {
    render(<Panel first="all" />)
    await press('找订单')
    await userEvent.type(screen.getByLabelText('名字、电话尾号、货、第几单'), '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    expect(lists().filter(({ path }) => path.includes('search=8&'))).toEqual([])
    await chooseIn('筛', '快递')
    await waitFor(() => expect(lastQuery().get('fulfilment')).toBe('courier'))
    expect(lastQuery().get('search')).toBe('8888')
    await userEvent.click(screen.getByRole('radio', { name: '没收' }))
    await press('看这些单')
    await chooseIn('哪天', '今天')
    await press('看这些单')
    await waitFor(() => expect(lastQuery().get('payment')).toBe('due'))
    expect(lastQuery().get('day')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await press('收起')
    await waitFor(() => expect(lastQuery().has('search')).toBe(false))
    expect(lastQuery().get('fulfilment')).toBe('courier')
    await press('不只看“快递”')
    await press('不只看“没收”')
    await chooseIn('哪天', '不限')
    await waitFor(() => expect([...lastQuery().keys()]).toEqual([]))
  })

  it('searches all orders for a text, and returns to the previous filter when the text is cleared', async () => {
    render(<Panel first="placed" />)
    await press('找订单')
    const field = screen.getByLabelText('名字、电话尾号、货、第几单')
    await userEvent.type(field, '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    expect(lastQuery().has('state')).toBe(false)
    expect(screen.getByRole('button', { name: '不只看“全部”' })).toBeInTheDocument()
    await userEvent.clear(field)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'placed' }))
    expect(screen.getByRole('button', { name: '不只看“等您接单”' })).toBeInTheDocument()
  })

  it('searches within a filter that is chosen after the text, which remains afterwards', async () => {
    render(<Panel first="placed" />)
    await press('找订单')
    const field = screen.getByLabelText('名字、电话尾号、货、第几单')
    await userEvent.type(field, '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    await chooseIn('筛', '做完')
    await press('看这些单')
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'done', search: '8888' }))
    await userEvent.clear(field)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'done' }))
  })

  it('returns to the filter and keeps the other conditions when the field is closed', async () => {
    render(<Panel first="placed" />)
    await chooseIn('筛', '快递')
    await press('看这些单')
    await press('找订单')
    await userEvent.type(screen.getByLabelText('名字、电话尾号、货、第几单'), '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    await press('收起')
    await waitFor(() =>
      expect(Object.fromEntries(lastQuery())).toEqual({ state: 'placed', fulfilment: 'courier' }),
    )
    expect(screen.queryByLabelText('名字、电话尾号、货、第几单')).toBeNull()
  })

  it('shows the orders of any earlier day', async () => {
    render(<Panel first="all" />)
    await chooseIn('哪天', '别的日子')
    const today = dayOf(Date.now())
    await waitFor(() => expect(lastQuery().get('day')).toBe(addDays(today, -2)))
    await press('前一天')
    await waitFor(() => expect(lastQuery().get('day')).toBe(addDays(today, -3)))
    expect(screen.getByRole('radio', { name: '别的日子' })).toBeChecked()
    for (let i = 0; i < 3; i++) await press('后一天')
    await waitFor(() => expect(lastQuery().get('day')).toBe(today))
    expect(screen.getByRole('button', { name: '后一天' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(screen.getByRole('radio', { name: '昨天' }))
    await waitFor(() => expect(lastQuery().get('day')).toBe(addDays(today, -1)))
    expect(screen.queryByRole('button', { name: '前一天' })).toBeNull()
  })

  it('shows the orders of any earlier month, and starts with its last day when a day is chosen', async () => {
    render(<Panel first="all" />)
    await chooseIn('哪天', '整个月')
    const month = monthOf(Date.now())
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month }))
    expect(screen.getByRole('button', { name: '下一个月' })).toHaveAttribute('aria-disabled', 'true')
    for (let i = 0; i < 3; i++) await press('上一个月')
    const earlier = addMonths(month, -3)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month: earlier }))
    const shown = `${earlier.slice(0, 4)}年${Number(earlier.slice(5))}月`
    expect(within(screen.getByRole('dialog')).getByText(shown)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: '别的日子' }))
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ day: daysOf(earlier).at(-1) }))
    expect(screen.queryByRole('button', { name: '上一个月' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: '整个月' }))
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month: earlier }))
  })

  it('says that nothing was found', async () => {
    list.items = []
    render(<Panel first="all" />)
    expect(await screen.findByText('还没有订单')).toBeInTheDocument()
    await press('找订单')
    await userEvent.type(screen.getByLabelText('名字、电话尾号、货、第几单'), '木耳')
    expect(await screen.findByText('没找到这样的单')).toBeInTheDocument()
  })
})
