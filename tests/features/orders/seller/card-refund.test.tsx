import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { refundCardWords as words } from '@/locales/payment/refund-card'
import { type Answer, fakeTaro, ok } from '../../../support/components/taro'
import { openMore, press, pressMore } from '../order-page'
import { order, orderId, problem, shopId, view } from '../sample-orders'

const failed = (): Order =>
  order({
    ...{ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' }, unreturned: 5300 },
    history: [{ action: 'refund-failed', by: 'gateway', at: 1, amount: 5300 }],
  })

let shown: Order
let canNameCard: boolean
let sent: unknown[]
let onCard: () => Answer | null

beforeEach(() => {
  fakeTaro.reset()
  shown = failed()
  canNameCard = true
  sent = []
  onCard = () => {
    shown = order({ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' } })
    canNameCard = false
    return ok(shown)
  }
  fakeTaro.answerSignedIn(({ path, body }) => {
    if (path.endsWith('/refund-card') || path.endsWith('/refund-to-seller')) {
      sent.push(body)
      return onCard()
    }
    const more = canNameCard ? { canNameCard, refunds: [{ amount: 5300, state: 'failed', at: 1 }] } : {}
    return ok({ ...view(shown, 'owner'), ...more })
  })
})

async function fill(number = '6210 9800 0000 0001') {
  await pressMore(words.open)
  await userEvent.type(screen.getByLabelText(words.name), '收款人')
  await userEvent.type(screen.getByLabelText(words.number), number)
  await userEvent.click(screen.getByRole('radio', { name: '邮储银行' }))
}

describe('CardRefund', () => {
  it('sends the card once it is complete, and shows that the money is on its way', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await fill()
    await press(words.confirm)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent).toEqual([{ bank: 'PSBC', name: '收款人', number: '6210980000000001' }])
    await waitFor(() => expect(screen.queryByRole('button', { name: '钱当面退了' })).toBeNull())
    const more = await openMore()
    expect(more.queryByRole('button', { name: words.open })).toBeNull()
    expect(screen.queryByText(/没能原路退回去。当面/)).toBeNull()
  })

  it('names what is missing and sends nothing', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore(words.open)
    await press(words.confirm)
    for (const fault of Object.values(words.errors)) expect(screen.getByText(fault)).toBeInTheDocument()
    expect(sent).toEqual([])
  })

  it('sends the money to the seller when the buyer has no card', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore(words.open)
    await press(words.toSeller)
    expect(sent).toEqual([])
    await press(words.toSellerSure)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent).toEqual([undefined])
    expect(fakeTaro.requests.some(({ path }) => path.endsWith('/refund-to-seller'))).toBe(true)
  })

  it('keeps what was typed when the service refuses the card', async () => {
    onCard = () => problem(400, 'bad-input')
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await fill()
    await press(words.confirm)
    expect(await within(screen.getByRole('dialog')).findByText(words.refused)).toBeInTheDocument()
    expect(screen.getByLabelText(words.name)).toHaveValue('收款人')
  })
})
