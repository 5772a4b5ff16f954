import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { addDays, dayOf } from '@/domain/day'
import { addMonths, daysOf, monthOf } from '@/domain/month'
import type { Order } from '@/domain/order'
import type { OrderFilter } from '@/features/orders/order-filter'
import { OrdersPanel } from '@/features/orders/orders-panel'
import { usePrintJob } from '@/features/orders/print/print-job'
import { fakeTaro, type Request } from '../../support/taro'
import { order, session, shopId } from './sample-orders'

const ids = ['1', '2', '3'].map((n) => `01J000000000000000000RDER${n}`)
const listed = (at: number, more: Partial<Order> = {}) =>
  order({ id: ids[at] ?? '', number: at + 1, ...more })

let items: Order[]
let copied: string
const lists = () =>
  fakeTaro.requests.filter(({ path }) => path.includes('/orders?') || path.endsWith('/orders'))
const lastQuery = () => new URLSearchParams(lists().at(-1)?.path.split('?')[1])

function answer({ path, body }: Request) {
  if (path === '/api/sessions') return session
  if (path.endsWith('/answers')) {
    const { orderIds } = body as { orderIds: string[] }
    const moved = items
      .filter(({ id }) => orderIds.includes(id))
      .map((one) => ({ ...one, state: 'underway' as const }))
    return { status: 200, body: { items: moved, moved: moved.length } }
  }
  return { status: 200, body: { items } }
}

beforeEach(() => {
  fakeTaro.reset()
  items = [listed(0), listed(1)]
  copied = ''
  const writeText = async (text: string) => {
    copied = text
  }
  Object.assign(navigator, { clipboard: { writeText } })
  fakeTaro.answer(answer)
})

function Panel({ first = 'accepted' }: { first?: OrderFilter }) {
  const [filter, setFilter] = useState<OrderFilter>(first)
  return (
    <OrdersPanel
      shopId={shopId}
      filter={filter}
      onFilter={setFilter}
      counts={{}}
      active
      arrived={1}
      onOrderChanged={() => undefined}
    />
  )
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('finding orders', () => {
  it('looks for a text once it is typed, and for a day, a way of delivery and a payment', async () => {
    render(<Panel first="all" />)
    await press('找订单')
    await userEvent.type(screen.getByLabelText('名字、电话尾号、货、第几单'), '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    expect(lists().filter(({ path }) => path.includes('search=8&'))).toEqual([])
    await userEvent.click(screen.getByRole('radio', { name: '快递' }))
    await waitFor(() => expect(lastQuery().get('fulfilment')).toBe('courier'))
    expect(lastQuery().get('search')).toBe('8888')
    await userEvent.click(screen.getByRole('radio', { name: '没收' }))
    await userEvent.click(screen.getByRole('radio', { name: '今天' }))
    await waitFor(() => expect(lastQuery().get('payment')).toBe('due'))
    expect(lastQuery().get('day')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await press('不找了，看全部')
    await waitFor(() => expect([...lastQuery().keys()]).toEqual([]))
  })

  it('looks for a text in all orders, and returns to the filter before it when it is cleared', async () => {
    render(<Panel first="placed" />)
    await press('找订单')
    const field = screen.getByLabelText('名字、电话尾号、货、第几单')
    await userEvent.type(field, '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    expect(lastQuery().has('state')).toBe(false)
    expect(screen.getByRole('radio', { name: '全部' })).toBeChecked()
    await userEvent.clear(field)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'placed' }))
    expect(screen.getByRole('radio', { name: '等您接单' })).toBeChecked()
  })

  it('looks for a text among those of a filter that is chosen after it, which stays', async () => {
    render(<Panel first="placed" />)
    await press('找订单')
    const field = screen.getByLabelText('名字、电话尾号、货、第几单')
    await userEvent.type(field, '8888')
    await waitFor(() => expect(lastQuery().get('search')).toBe('8888'))
    await userEvent.click(screen.getByRole('radio', { name: '做完' }))
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'done', search: '8888' }))
    await userEvent.clear(field)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ state: 'done' }))
  })

  it('shows all orders when it ends, whatever filter was chosen before', async () => {
    render(<Panel first="placed" />)
    await press('找订单')
    await userEvent.click(screen.getByRole('radio', { name: '快递' }))
    await waitFor(() => expect(lastQuery().get('fulfilment')).toBe('courier'))
    expect(lastQuery().get('state')).toBe('placed')
    await press('不找了，看全部')
    await waitFor(() => expect([...lastQuery().keys()]).toEqual([]))
    expect(screen.getByRole('radio', { name: '全部' })).toBeChecked()
  })

  it('shows those of any earlier day', async () => {
    render(<Panel first="all" />)
    await press('找订单')
    await userEvent.click(screen.getByRole('radio', { name: '别的日子' }))
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

  it('shows those of any earlier month, and begins with its last day when a day is chosen', async () => {
    render(<Panel first="all" />)
    await press('找订单')
    await userEvent.click(screen.getByRole('radio', { name: '整个月' }))
    const month = monthOf(Date.now())
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month }))
    expect(screen.getByRole('button', { name: '下一个月' })).toHaveAttribute('aria-disabled', 'true')
    for (let i = 0; i < 3; i++) await press('上一个月')
    const earlier = addMonths(month, -3)
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month: earlier }))
    expect(screen.getByText(`${earlier.slice(0, 4)}年${Number(earlier.slice(5))}月`)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: '别的日子' }))
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ day: daysOf(earlier).at(-1) }))
    expect(screen.queryByRole('button', { name: '上一个月' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: '整个月' }))
    await waitFor(() => expect(Object.fromEntries(lastQuery())).toEqual({ month: earlier }))
  })

  it('says that nothing was found', async () => {
    items = []
    render(<Panel first="all" />)
    expect(await screen.findByText('还没有订单')).toBeInTheDocument()
    await press('找订单')
    await userEvent.type(screen.getByLabelText('名字、电话尾号、货、第几单'), '木耳')
    expect(await screen.findByText('没找到这样的单')).toBeInTheDocument()
  })
})

describe('several orders at once', () => {
  beforeEach(() => {
    items = [
      listed(0, { state: 'accepted' }),
      listed(1, { state: 'accepted', fulfilment: 'courier' }),
      listed(2, { state: 'done' }),
    ]
  })

  it('shows what has to be packed for the chosen ones, and copies it', async () => {
    render(<Panel first="all" />)
    await press('选几单一起办')
    await press('全选')
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet.getByText('快递，1 单')).toBeInTheDocument()
    expect(sheet.getAllByText('共 2 斤')).toHaveLength(2)
    const leftOut = '有 1 单没算进来：1 单已经备好了。'
    expect(sheet.getByText(leftOut)).toBeInTheDocument()
    await userEvent.click(sheet.getByRole('button', { name: '抄下来' }))
    expect(await sheet.findByText('抄好了，去粘贴')).toBeInTheDocument()
    expect(copied).toBe(`送上门，1 单\n核桃 共 2 斤：1 单\n快递，1 单\n核桃 共 2 斤：1 单\n${leftOut}`)
  })

  it('shows what has to be packed for the only order of a list', async () => {
    items = [listed(0, { state: 'accepted' })]
    render(<Panel />)
    await press('选几单一起办')
    await userEvent.click(await screen.findByRole('checkbox', { name: /第 1 单/ }))
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet.getByText('共 2 斤')).toBeInTheDocument()
  })

  it('opens the page that prints the only order of a list', async () => {
    items = [listed(0, { state: 'accepted' })]
    render(<Panel />)
    await press('选几单一起办')
    await press('全选')
    await press('更多')
    await press('打印')
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([
        { by: 'navigateTo', url: `/pages/merchant/print?shop=${shopId}` },
      ]),
    )
    expect(usePrintJob.getState().orders).toMatchObject([{ id: ids[0] }])
  })

  it('says why nothing has to be packed for orders that are cancelled or not paid online', async () => {
    const unpaid = { method: 'wechat', state: 'pending' } as const
    items = [listed(0, { payment: unpaid }), listed(1, { state: 'cancelled' })]
    render(<Panel first="all" />)
    await press('选几单一起办')
    await press('全选')
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('没有要备的货。')).toBeInTheDocument()
    expect(sheet.getByText('有 2 单没算进来：1 单还没在网上付钱，1 单取消了。')).toBeInTheDocument()
    expect(sheet.queryByRole('button', { name: '抄下来' })).toBeNull()
  })

  it('marks accepted ones as sent, and leaves the others alone', async () => {
    render(<Panel first="all" />)
    await press('选几单一起办')
    await press('全选')
    expect(screen.queryByRole('button', { name: /^接这/ })).toBeNull()
    await press('这 2 单送出了')
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '这 2 单送出了' }),
    )
    expect(await screen.findByText('2 单送出了')).toBeInTheDocument()
    const [sent] = fakeTaro.requests.filter(({ path }) => path.endsWith('/answers'))
    expect(sent?.body).toMatchObject({ answer: 'send', orderIds: [ids[0], ids[1]] })
  })

  it('asks for further answers in the left half of their sheet, and confirms them in the right one', async () => {
    items = [listed(0), listed(1, { state: 'accepted' })]
    render(<Panel first="all" />)
    await press('选几单一起办')
    await press('全选')
    await press('更多')
    const sheet = within(await screen.findByRole('dialog'))
    const openers = ['这 1 单送出了', '不接这 1 单'].map((name) => sheet.getByRole('button', { name }))
    for (const opener of openers) expect(opener.closest('.select-orders__answers')).toBeInTheDocument()
    await press('这 1 单送出了')
    await screen.findByText('这 1 单送出了？')
    const confirm = screen.getByRole('button', { name: '这 1 单送出了' })
    expect(confirm.closest('.sheet-answers__yes')).toBeInTheDocument()
  })

  it('finishes those that were sent after it named the cash, and offers to undo it', async () => {
    items = [
      listed(0, { state: 'underway' }),
      listed(1, { state: 'underway', payment: { method: 'wechat', state: 'paid' } }),
      listed(2, { state: 'underway', afterSale: 'cancel-asked' }),
    ]
    fakeTaro.answer((request) =>
      request.path.endsWith('/answers')
        ? {
            status: 200,
            body: {
              items: items.slice(0, 2).map((one) => ({ ...one, state: 'done', undoable: true })),
              moved: 2,
            },
          }
        : answer(request),
    )
    render(<Panel first="all" />)
    await press('选几单一起办')
    await press('全选')
    await press('这 2 单办完了')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('当面收的钱都收到了，一共 ¥53。')).toBeInTheDocument()
    await userEvent.click(sheet.getByRole('button', { name: '这 2 单办完了' }))
    expect(await screen.findByText('2 单办完了')).toBeInTheDocument()
    const [sent] = fakeTaro.requests.filter(({ path }) => path.endsWith('/answers'))
    expect(sent?.body).toMatchObject({ answer: 'finish', orderIds: [ids[0], ids[1]] })
    expect(screen.getByRole('button', { name: '点错了，撤回这 2 单' })).toBeInTheDocument()
  })

  it('loads the rest of the list, so that all orders can be selected', async () => {
    fakeTaro.answer((request) => {
      if (!request.path.includes('/orders?')) return answer(request)
      const isSecond = request.path.includes('cursor=')
      return {
        status: 200,
        body: isSecond ? { items: items.slice(2) } : { items: items.slice(0, 2), next: 'c' },
      }
    })
    render(<Panel />)
    await press('选几单一起办')
    await screen.findByRole('checkbox', { name: /第 3 单/ })
    await press('全选')
    expect(screen.getByText('选了 3 单')).toBeInTheDocument()
  })

  it('copies their addresses, one order a line', async () => {
    render(<Panel first="all" />)
    await press('选几单一起办')
    await userEvent.click(screen.getByRole('checkbox', { name: /第 1 单/ }))
    await press('更多')
    await press('抄下地址')
    expect(await screen.findByText('抄好了 1 单的地址，去粘贴')).toBeInTheDocument()
    expect(copied).toBe('第1单 收货人 13900001234 成县沙坝镇下街 18 号｜核桃 2 斤')
  })
})
