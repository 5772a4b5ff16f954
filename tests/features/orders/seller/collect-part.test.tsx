import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { fakeTaro, ok } from '../../../support/components/taro'
import { openMore, press, pressMore } from '../order-page'
import { order, orderId, sentSteps, shopId, view } from '../sample-orders'

let shown: Order
let role: 'owner' | 'buyer'

beforeEach(() => {
  fakeTaro.reset()
  role = 'owner'
  shown = order({ state: 'underway' })
  fakeTaro.answerSignedIn(({ path, body }) => {
    if (path.endsWith('/steps')) {
      const { collected } = body as { collected?: Order['payment']['collected'] }
      shown = order({
        state: 'done',
        payment: { method: 'on-delivery', state: 'paid', ...(collected ? { collected } : {}) },
      })
      return ok(shown)
    }
    return ok(view(shown, role))
  })
})

describe('CollectPart', () => {
  it('records in one tap that the buyer paid by the receive code', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('对方扫我的码付了')
    expect(await screen.findByText('收了，扫码付的')).toBeInTheDocument()
    expect(sentSteps()).toMatchObject([{ action: 'finish', collected: { amount: 5300, means: 'code' } }])
    const more = await openMore()
    expect(more.queryByRole('button', { name: '对方扫我的码付了' })).toBeNull()
  })

  it('records another amount with its reason', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('收的钱不一样')
    await userEvent.type(screen.getByLabelText('收了多少元'), '50')
    await press('记下 ¥50')
    expect(screen.getByText('写一句，往后对账好明白')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('为什么不一样'), '抹了零')
    await press('记下 ¥50')
    expect(await screen.findByText('收了 ¥50.00，现金：抹了零')).toBeInTheDocument()
    expect(sentSteps()).toMatchObject([
      { action: 'finish', collected: { amount: 5000, means: 'cash', note: '抹了零' } },
    ])
  })

  it('needs no reason for the total', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('收的钱不一样')
    await userEvent.click(screen.getByRole('radio', { name: '扫我的码' }))
    await userEvent.type(screen.getByLabelText('收了多少元'), '53')
    await press('记下 ¥53')
    await waitFor(() =>
      expect(sentSteps()).toMatchObject([{ action: 'finish', collected: { amount: 5300, means: 'code' } }]),
    )
  })

  it.each(['', '五十', '1.234'])('sends nothing for the amount "%s"', async (amount) => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore('收的钱不一样')
    if (amount) await userEvent.type(screen.getByLabelText('收了多少元'), amount)
    await press('记下')
    expect(screen.getByText('写收到的钱，比如 45.50')).toBeInTheDocument()
    expect(sentSteps()).toEqual([])
  })

  it.each([
    ['that is not sent yet', order({ state: 'accepted' })],
    ['that was paid online', order({ state: 'underway', payment: { method: 'wechat', state: 'paid' } })],
    ['that is paid', order({ state: 'done', payment: { method: 'on-delivery', state: 'paid' } })],
  ])('is not offered for an order %s', async (_, other) => {
    shown = other
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    const more = await openMore()
    expect(more.queryByRole('button', { name: '收的钱不一样' })).toBeNull()
  })

  it('shows the buyer the amount that the seller recorded', async () => {
    role = 'buyer'
    const collected = { amount: 5000, means: 'cash', note: '抹了零' } as const
    shown = order({ state: 'done', payment: { method: 'on-delivery', state: 'paid', collected } })
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText('收了 ¥50.00，现金：抹了零')).toBeInTheDocument()
  })
})
