import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { ids, listed, Panel, rowOf } from '../list/listed-orders'
import { openMore, press, pressMore, shownRows } from '../order-page'
import { order, orderId, problem, shopId, view } from '../sample-orders'

const tick = async (name: RegExp) => userEvent.click(await screen.findByRole('checkbox', { name }))
const sent = () => fakeTaro.requests.filter(({ method }) => method === 'POST' || method === 'PUT')
let onAnswer: (request: Request) => Answer | null

beforeEach(() => {
  fakeTaro.reset()
  onAnswer = () => null
})

describe('OrdersPanel with several waiting orders', () => {
  const onMoved = jest.fn()
  beforeEach(() => {
    onMoved.mockReset()
    fakeTaro.answerSignedIn((request) => {
      if (request.path.endsWith('/answers')) return onAnswer(request)
      const paid = listed(1, { payment: { method: 'wechat', state: 'paid' } })
      return ok({ items: [listed(0), paid, listed(2)] })
    })
    render(<Panel first="placed" arrived={3} onOrderChanged={onMoved} />)
  })
  const answers = () => sent().filter(({ path }) => path.endsWith('/answers'))
  const askToRefuse = async (name: string) => {
    await press('更多')
    await press(name)
    await screen.findByText(`${name}？`)
  }

  it('accepts the selected orders in one request after one confirmation', async () => {
    onAnswer = () =>
      ok({ items: [listed(0, { state: 'underway' }), listed(2, { state: 'underway' })], moved: 2 })
    await press('选几单')
    await tick(/^1(?!\d)/)
    await tick(/^3(?!\d)/)
    await press('接这 2 单')
    expect(answers()).toEqual([])
    expect(await screen.findByText('接这 2 单？')).toBeInTheDocument()
    const buttons = screen.getAllByRole('button', { name: '接这 2 单' })
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement)
    expect(await screen.findByText('接了 2 单')).toBeInTheDocument()
    expect(answers().map(({ body }) => body)).toMatchObject([
      { answer: 'accept', orderIds: [ids[0], ids[2]], detailsVersions: [0, 0] },
    ])
    // they stay selected, to be packed and sent
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
    expect(screen.queryByRole('button', { name: /^接这/ })).toBeNull()
    expect(onMoved).toHaveBeenCalled()
  })

  it('opens an answer in the left half, confirms it in the right half, and refuses only from the sheet of further actions', async () => {
    await press('选几单')
    await press(/^全选/)
    expect(screen.queryByRole('button', { name: '不接这 3 单' })).toBeNull()
    const accept = await screen.findByRole('button', { name: '接这 3 单' })
    expect(accept.parentElement?.firstElementChild).toBe(accept)
    await press('更多')
    const opener = await screen.findByRole('button', { name: '不接这 3 单' })
    expect(opener.closest('.select-orders__answers')).toBeInTheDocument()
    await userEvent.click(opener)
    await screen.findByText('不接这 3 单？')
    const confirm = await screen.findByRole('button', { name: '不接这 3 单' })
    expect(confirm.closest('.sheet-answers__yes')).toBeInTheDocument()
  })

  it('rejects all orders and reports how many changed meanwhile', async () => {
    onAnswer = () => ok({ items: ids.map((_, at) => listed(at, { state: 'cancelled' })), moved: 2 })
    await press('选几单')
    await press(/^全选/)
    await askToRefuse('不接这 3 单')
    await press('不接这 3 单')
    expect(await screen.findByText('取消了 2 单，货加回去了，有 1 单刚才变了，没有动')).toBeInTheDocument()
  })

  it('says before and after a refusal which money is returned', async () => {
    await press('选几单')
    await press(/^全选/)
    await askToRefuse('不接这 3 单')
    expect(await screen.findByText('其中 1 单付过钱，一共 ¥53，原路退给买家。')).toBeInTheDocument()
    onAnswer = () =>
      ok({
        items: [
          listed(0, { state: 'cancelled' }),
          listed(1, { state: 'cancelled', payment: { method: 'wechat', state: 'refunding' } }),
          listed(2, { state: 'cancelled' }),
        ],
        moved: 3,
      })
    await press('不接这 3 单')
    expect(await screen.findByText('取消了 3 单，货加回去了，付了的钱原路退给买家')).toBeInTheDocument()
  })

  it('sends nothing when the confirmation is declined', async () => {
    await press('选几单')
    await press(/^全选/)
    await askToRefuse('不接这 3 单')
    await press('再看看')
    await press('不选了')
    expect(answers()).toEqual([])
    await rowOf(1)
  })

  it('repeats the same request after a lost reply', async () => {
    onAnswer = () => null
    await press('选几单')
    await tick(/^1(?!\d)/)
    for (let i = 0; i < 2; i++) {
      await press('接这 1 单')
      const buttons = screen.getAllByRole('button', { name: '接这 1 单' })
      await userEvent.click(buttons[buttons.length - 1] as HTMLElement)
      await waitFor(() => expect(answers()).toHaveLength(i + 1))
      await screen.findByRole('checkbox', { name: /^1(?!\d)/ })
    }
    const [first, second] = answers().map(({ body }) => body as { id: string })
    expect(second?.id).toBe(first?.id)
  })
})

describe('SellerOrder', () => {
  let blocked: boolean
  beforeEach(() => {
    blocked = false
    fakeTaro.answerSignedIn((request) => {
      if (!request.path.includes('/blocked-buyers/'))
        return ok({ ...view(order(), 'owner'), ...(blocked ? { buyerBlocked: true } : {}) })
      if (request.path.endsWith(orderId) && request.method === 'DELETE') {
        blocked = false
        return ok({ blocked })
      }
      return onAnswer(request)
    })
  })

  it('blocks a buyer after one confirmation, reports the cancelled orders and unblocks', async () => {
    onAnswer = () => {
      blocked = true
      return ok({ blocked: true, cancelled: 3 })
    }
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('不接这个人的单')
    expect(sent().some(({ path }) => path.includes('/blocked-buyers/'))).toBe(false)
    await press('不接了')
    expect(await screen.findByText('好了，取消了 3 单，货加回去了')).toBeInTheDocument()
    await pressMore('又接这个人的单')
    expect(await screen.findByText('好了，这个人又能下单了')).toBeInTheDocument()
    await openMore()
    expect(shownRows()).toContain('不接这个人的单')
  })

  it('opens blocking above the last two rows of 更多, and confirms it in the right half at their height', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await openMore()
    expect(shownRows().indexOf('不接这个人的单')).toBeLessThan(shownRows().length - 2)
    await press('不接这个人的单')
    const confirm = await screen.findByRole('button', { name: '不接了' })
    expect(confirm.closest('.sheet-answers__yes')).toBeInTheDocument()
  })

  it('explains why a buyer could not be blocked', async () => {
    onAnswer = () => problem(404, 'not-found')
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('不接这个人的单')
    await press('不接了')
    expect(await screen.findByText('没找到，可能已经撤了。')).toBeInTheDocument()
  })
})
