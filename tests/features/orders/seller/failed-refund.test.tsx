import { render, screen } from '@testing-library/react'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { fakeTaro, ok } from '../../../support/components/taro'
import { openMore, press, shownRows } from '../order-page'
import { sent } from '../parcel/parcel-setup'
import { orderId, shopId, view } from '../sample-orders'

let shown: Order
let role: 'owner' | 'buyer'
let refunds: object[] | undefined
let onStep: () => void

beforeEach(() => {
  fakeTaro.reset()
  role = 'owner'
  refunds = undefined
  onStep = () => undefined
  fakeTaro.answerSignedIn(({ path }) => {
    if (path.endsWith('/steps')) {
      onStep()
      return ok(shown)
    }
    const more = { ...(refunds ? { refunds } : {}), ...(role === 'owner' ? { isHeld: true } : {}) }
    return ok({ ...view(shown, role), ...more })
  })
})

const show = () => render(<SellerOrder shopId={shopId} orderId={orderId} />)

describe('money that could not be returned', () => {
  const failed = (): Order =>
    sent({ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' }, unreturned: 5300 })
  const history = [
    { action: 'refund-failed', by: 'gateway', at: 1, amount: 5300 },
    { action: 'return-by-hand', by: 'owner', at: 2, amount: 5300 },
  ] as const
  const returned = (): Order =>
    sent({
      ...{ state: 'cancelled', payment: { method: 'wechat', state: 'refunded' } },
      history: [...history],
    })

  it.each([
    ['went to the seller', { state: 'failed', isSentBack: true }, '这笔钱退到了您自己的账户里。'],
    ['was made twice', { state: 'by-hand', isReturnedTwice: true }, /买家收了两回钱/],
  ])('says to the seller that it %s', async (_, facts, words) => {
    shown = failed()
    refunds = [{ amount: 5300, at: 1, ...facts }]
    show()
    expect(await screen.findByText(words)).toBeInTheDocument()
  })

  it('is returned by the seller in person, after one confirmation', async () => {
    shown = failed()
    refunds = [{ amount: 5300, state: 'failed', at: 1 }]
    onStep = () => {
      shown = returned()
      refunds = [{ amount: 5300, state: 'by-hand', at: 1 }]
    }
    show()
    expect(
      await screen.findByText('¥53.00 没能原路退回去。当面或转账退给买家，再点“钱当面退了”。'),
    ).toBeInTheDocument()
    expect(screen.getByText('微信支付，钱没退成')).toBeInTheDocument()
    await press('钱当面退了')
    expect(screen.getByText('¥53.00 退给买家了？')).toBeInTheDocument()
    await press('退给了')
    expect(fakeTaro.requests.filter(({ path }) => path.endsWith('/steps')).map(({ body }) => body)).toEqual([
      { id: expect.any(String), action: 'return-by-hand', amount: 5300 },
    ])
    expect(await screen.findByText('¥53 店家当面退了')).toBeInTheDocument()
    expect(screen.getByText('这一单取消了，货已经加回去，钱退给买家了。')).toBeInTheDocument()
  })

  it('comes before the next step, which 更多 offers first', async () => {
    shown = sent({ state: 'accepted', unreturned: 500 })
    show()
    expect(await screen.findAllByRole('button', { name: '钱当面退了' })).toHaveLength(1)
    await openMore()
    expect(shownRows()[0]).toBe('寄出了')
  })

  it('is explained to the buyer', async () => {
    role = 'buyer'
    shown = failed()
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText(/有一笔钱没能原路退回去/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '钱当面退了' })).toBeNull()
  })

  const mixed = (state: 'refunding' | 'refunded'): Order => ({
    ...returned(),
    payment: { method: 'wechat', state },
    history: [
      { action: 'refund-failed', by: 'gateway', at: 1, amount: 500 },
      { action: 'return-by-hand', by: 'owner', at: 2, amount: 500 },
      { action: 'cancel', by: 'owner', at: 3 },
      ...(state === 'refunded' ? [{ action: 'settle-refund', by: 'gateway', at: 4 } as const] : []),
    ],
  })

  it('is not shown as returned in person when the service returned the rest later', async () => {
    role = 'buyer'
    shown = mixed('refunded')
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText('这一单取消了，钱已经退回付款的账户。')).toBeInTheDocument()
  })

  it('is not shown as returned while the service is still returning the rest', async () => {
    shown = mixed('refunding')
    show()
    expect(await screen.findByText('这一单取消了，货已经加回去，钱原路退给买家。')).toBeInTheDocument()
  })

  it('is shown as returned to the buyer who received it', async () => {
    role = 'buyer'
    shown = returned()
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText('这一单取消了，店家把钱退给您了。')).toBeInTheDocument()
  })
})
