import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { usePrintJob } from '@/features/orders/print/print-job'
import { fakeTaro, navigation, ok } from '../../../support/components/taro'
import { answer, answerWithOrders, ids, list, listed, Panel } from '../list/listed-orders'
import { shopId } from '../sample-orders'

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const openAllSelected = async (first: OrderFilter = 'accepted') => {
  render(<Panel first={first} />)
  await press('选几单')
  await press(/^全选/)
}

beforeEach(answerWithOrders)

describe('OrdersPanel with several selected orders', () => {
  beforeEach(() => {
    list.items = [
      listed(0, { state: 'accepted' }),
      listed(1, { state: 'accepted', fulfilment: 'courier' }),
      listed(2, { state: 'done' }),
    ]
  })

  it('shows the goods to pack for the selected orders, and copies them', async () => {
    await openAllSelected('all')
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet.getByText('快递，1 单')).toBeInTheDocument()
    expect(sheet.getAllByText('共 2 斤')).toHaveLength(2)
    const omitted = '有 1 单没算进来：1 单已经备好了。'
    expect(sheet.getByText(omitted)).toBeInTheDocument()
    await userEvent.click(sheet.getByRole('button', { name: '抄下来' }))
    expect(await sheet.findByText('抄好了，去粘贴')).toBeInTheDocument()
    expect(list.copied).toBe(`送上门，1 单\n核桃 共 2 斤：1 单\n快递，1 单\n核桃 共 2 斤：1 单\n${omitted}`)
  })

  it('shows the goods to pack for the only order of a list', async () => {
    list.items = [listed(0, { state: 'accepted' })]
    render(<Panel />)
    await press('选几单')
    await userEvent.click(await screen.findByRole('checkbox', { name: /^1(?!\d)/ }))
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet.getByText('共 2 斤')).toBeInTheDocument()
  })

  it('opens the page that prints the only order of a list', async () => {
    list.items = [listed(0, { state: 'accepted' })]
    await openAllSelected()
    await press('更多')
    await press('打印')
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([navigation(`/pages/books/print?shop=${shopId}`)]),
    )
    expect(usePrintJob.getState().orders).toMatchObject([{ id: ids[0] }])
  })

  it('says why there are no goods to pack for orders that are cancelled or not paid online', async () => {
    const unpaid = { method: 'wechat', state: 'pending' } as const
    list.items = [listed(0, { payment: unpaid }), listed(1, { state: 'cancelled' })]
    await openAllSelected('all')
    await press('更多')
    await press('看要备的货')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('没有要备的货。')).toBeInTheDocument()
    expect(sheet.getByText('有 2 单没算进来：1 单还没在网上付钱，1 单取消了。')).toBeInTheDocument()
    expect(sheet.queryByRole('button', { name: '抄下来' })).toBeNull()
  })

  it('marks accepted orders as sent and leaves the others unchanged', async () => {
    await openAllSelected('all')
    expect(screen.queryByRole('button', { name: /^接这/ })).toBeNull()
    await press('这 2 单送出了')
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '这 2 单送出了' }),
    )
    expect(await screen.findByText('2 单送出了')).toBeInTheDocument()
    const [sent] = fakeTaro.requests.filter(({ path }) => path.endsWith('/answers'))
    expect(sent?.body).toMatchObject({ answer: 'send', orderIds: [ids[0], ids[1]] })
  })

  it('opens further answers in the left half of the sheet, and confirms them in the right half', async () => {
    list.items = [listed(0), listed(1, { state: 'accepted' })]
    await openAllSelected('all')
    await press('更多')
    const sheet = within(await screen.findByRole('dialog'))
    const openers = ['这 1 单送出了', '不接这 1 单'].map((name) => sheet.getByRole('button', { name }))
    for (const opener of openers) expect(opener.closest('.select-orders__answers')).toBeInTheDocument()
    await press('这 1 单送出了')
    await screen.findByText('这 1 单送出了？')
    const confirm = screen.getByRole('button', { name: '这 1 单送出了' })
    expect(confirm.closest('.sheet-answers__yes')).toBeInTheDocument()
    expect(confirm).toHaveClass('button--main')
    expect(screen.getByRole('button', { name: '再看看' })).toHaveClass('button--line')
  })

  it('finishes orders that were sent after it named the cash, and offers to undo it', async () => {
    list.items = [
      listed(0, { state: 'underway' }),
      listed(1, { state: 'underway', payment: { method: 'wechat', state: 'paid' } }),
      listed(2, { state: 'underway', afterSale: 'cancel-asked' }),
    ]
    fakeTaro.answer((request) =>
      request.path.endsWith('/answers')
        ? ok({
            items: list.items.slice(0, 2).map((one) => ({ ...one, state: 'done', undoableStep: 'finish' })),
            moved: 2,
          })
        : answer(request),
    )
    await openAllSelected('all')
    await press('这 2 单送到了，钱收了')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('当面收的钱都收到了，一共 ¥53。')).toBeInTheDocument()
    await userEvent.click(sheet.getByRole('button', { name: '这 2 单送到了，钱收了' }))
    expect(await screen.findByText('2 单送到了')).toBeInTheDocument()
    const [sent] = fakeTaro.requests.filter(({ path }) => path.endsWith('/answers'))
    expect(sent?.body).toMatchObject({ answer: 'finish', orderIds: [ids[0], ids[1]] })
    expect(screen.getByRole('button', { name: '点错了，撤回这 2 单' })).toBeInTheDocument()
  })

  it('undoes to send several orders, below what else can be done with them', async () => {
    list.items = [0, 1].map((at) => listed(at, { state: 'underway', undoableStep: 'send' }))
    fakeTaro.answer((request) =>
      request.path.endsWith('/answers')
        ? ok({ items: list.items.map((one) => ({ ...one, state: 'accepted' })), moved: 2 })
        : answer(request),
    )
    await openAllSelected('all')
    expect(screen.getByRole('button', { name: '这 2 单送到了，钱收了' })).toBeInTheDocument()
    await press('更多')
    await press('点错了，这 2 单还没送出')
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '点错了，这 2 单还没送出' }),
    )
    expect(await screen.findByText('撤回了 2 单')).toBeInTheDocument()
    const [sent] = fakeTaro.requests.filter(({ path }) => path.endsWith('/answers'))
    expect(sent?.body).toMatchObject({ answer: 'undo-send', orderIds: ids.slice(0, 2) })
  })

  it('loads the rest of the list, so that all orders can be selected', async () => {
    fakeTaro.answer((request) => {
      if (!request.path.includes('/orders?')) return answer(request)
      const isSecond = request.path.includes('cursor=')
      return ok(isSecond ? { items: list.items.slice(2) } : { items: list.items.slice(0, 2), next: 'c' })
    })
    render(<Panel />)
    await press('选几单')
    await screen.findByRole('checkbox', { name: /^3(?!\d)/ })
    await press(/^全选/)
    expect(screen.getByText('选了 3 单')).toBeInTheDocument()
  })

  it('copies the addresses of the orders, one order per line', async () => {
    render(<Panel first="all" />)
    await press('选几单')
    await userEvent.click(screen.getByRole('checkbox', { name: /^1(?!\d)/ }))
    await press('更多')
    await press('抄下地址')
    expect(await screen.findByText('抄好了 1 单的地址，去粘贴')).toBeInTheDocument()
    expect(list.copied).toBe('第1单 收货人 13900001234 成县沙坝镇下街 18 号｜核桃 2 斤')
  })
})
