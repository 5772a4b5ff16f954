import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { openMore, press, pressMore, shownRows } from '../order-page'
import { order, orderId, problem, shopId, view } from '../sample-orders'

const paid = (): Order => order({ state: 'accepted', payment: { method: 'wechat', state: 'paid' } })

let refunds: object[]
let onRefund: (request: Request) => Answer | null
const sent = () =>
  fakeTaro.requests
    .filter(({ path }) => path.includes('/refunds/'))
    .map(({ path, body }) => ({ id: path.split('/').at(-1), body }))

beforeEach(() => {
  fakeTaro.reset()
  refunds = []
  onRefund = () => {
    refunds = [{ amount: 550, note: '少装了一个', state: 'requested', at: Date.now() }]
    return ok(paid())
  }
  fakeTaro.answerSignedIn((request) => {
    if (request.path.includes('/refunds/')) return onRefund(request)
    const more = refunds.length > 0 ? { refunds } : {}
    return ok({ ...view(paid(), 'owner'), refundable: 5300 - refunds.length * 550, ...more })
  })
})

async function fill(amount: string, note: string) {
  await userEvent.clear(screen.getByLabelText('退多少元'))
  await userEvent.type(screen.getByLabelText('退多少元'), amount)
  await userEvent.clear(screen.getByLabelText('为什么退'))
  await userEvent.type(screen.getByLabelText('为什么退'), note)
}

describe('RefundPart', () => {
  it('returns a part once, and shows it', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('退一部分钱')
    await fill('5.5', '少装了一个')
    await userEvent.dblClick(screen.getByRole('button', { name: '退 ¥5.50' }))
    expect(await screen.findByText('记下了，钱正原路退给买家。')).toBeInTheDocument()
    expect(screen.getByText('¥5.5 正在退：少装了一个')).toBeInTheDocument()
    expect(sent().map(({ body }) => body)).toEqual([{ amount: 550, note: '少装了一个', refundable: 5300 }])
    await pressMore('退一部分钱')
    expect(screen.getByText('最多 47.5 元')).toBeInTheDocument()
  })

  it('is opened above the last two rows of 更多, at whose height it is confirmed in the right half', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await openMore()
    expect(shownRows().indexOf('退一部分钱')).toBeLessThan(shownRows().length - 2)
    await press('退一部分钱')
    const confirm = await screen.findByRole('button', { name: '退钱' })
    expect(confirm.closest('.sheet-answers__yes')).toBeInTheDocument()
  })

  it.each([
    ['0', '坏了'],
    ['53.01', '坏了'],
    ['五块', '坏了'],
    ['', '坏了'],
  ])('sends nothing for the amount "%s"', async (amount, note) => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('退一部分钱')
    if (amount) await userEvent.type(screen.getByLabelText('退多少元'), amount)
    await userEvent.type(screen.getByLabelText('为什么退'), note)
    await press('退钱')
    expect(screen.getByText('写 0.01 到 53 元')).toBeInTheDocument()
    expect(sent()).toEqual([])
  })

  it('requires a reason', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('退一部分钱')
    await userEvent.type(screen.getByLabelText('退多少元'), '1')
    await press('退 ¥1.00')
    expect(screen.getByText('写一句，买家好明白')).toBeInTheDocument()
    expect(sent()).toEqual([])
  })

  it('keeps the typed refund when no reply came, and repeats the same request', async () => {
    onRefund = () => null
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('退一部分钱')
    await fill('1', '坏了')
    await press('退 ¥1.00')
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上')
    onRefund = () => problem(409, 'not-allowed-now', paid())
    await press('退 ¥1.00')
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(new Set(sent().map(({ id }) => id)).size).toBe(1)
  })

  it('shows the current refunds when a refund succeeded whose reply was lost', async () => {
    const answer = onRefund
    onRefund = (request) => {
      answer(request)
      return null
    }
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('退一部分钱')
    await fill('5.5', '少装了一个')
    await press('退 ¥5.50')
    const moved = '这一单刚退过钱。先关上，看看退了多少，再决定退不退。'
    expect(await screen.findByText(moved)).toBeInTheDocument()
    onRefund = () => problem(409, 'not-allowed-now', paid())
    await fill('5.5', '少装一个')
    await press('退 ¥5.50')
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(sent().map(({ body }) => body)).toMatchObject([{ refundable: 5300 }, { refundable: 5300 }])
    expect(await screen.findByText(moved)).toBeInTheDocument()
    await press('先不退')
    expect(screen.getByText('¥5.5 正在退：少装了一个')).toBeInTheDocument()
    await pressMore('退一部分钱')
    expect(screen.getByText('最多 47.5 元')).toBeInTheDocument()
  })

  it('is not offered when nothing can be returned', async () => {
    fakeTaro.answerSignedIn(() => ok(view(order(), 'owner')))
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    const more = await openMore()
    expect(more.queryByRole('button', { name: '退一部分钱' })).toBeNull()
  })

  it('is shown to the buyer', async () => {
    refunds = [{ amount: 550, note: '少装了一个', state: 'done', at: 1 }]
    fakeTaro.answerSignedIn(() => ok({ ...view(paid()), refunds }))
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText('¥5.5 退好了：少装了一个')).toBeInTheDocument()
  })
})

describe('RefundsCard of a refund that the payment service refuses', () => {
  const refused = { amount: 550, note: '少装了一个', state: 'requested', at: 1, isRefused: true }

  it.each([
    ['NOT_ENOUGH', '微信没退成：账户里的钱不够，充值后会自动再退。'],
    ['ACQ.SELLER_BALANCE_NOT_ENOUGH', '支付宝没退成：账户里的钱不够，充值后会自动再退。'],
    ['NO_AUTH', '没退成（NO_AUTH），过一会儿会自动再退。一天还没好，找管理员。'],
  ])('shows the reason to the seller: %s', async (refusal, text) => {
    refunds = [{ ...refused, refusal }]
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    expect(await screen.findByText(text)).toBeInTheDocument()
    expect(screen.getByText('¥5.5 还没退成：少装了一个')).toBeInTheDocument()
  })

  it('shows the buyer no date', async () => {
    const cancelled = order({ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' } })
    fakeTaro.answerSignedIn(() => ok({ ...view(cancelled), refunds: [refused] }))
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText('¥5.5 店家那边还没退成，会接着退：少装了一个')).toBeInTheDocument()
    expect(screen.getByText('这一单取消了，钱还没退成，店家那边会接着退。')).toBeInTheDocument()
    expect(screen.queryByText(/三天/)).toBeNull()
  })
})
