import { screen } from '@testing-library/react'
import { problem, skuOf, storefront } from '../storefront/sample-shop'
import {
  cartLines,
  item,
  openAndSubmit,
  placed,
  press,
  resetCheckout,
  sentOrders,
  server,
  submitAndWait,
} from './checkout-setup'

beforeEach(() => {
  resetCheckout()
  server.shown = storefront({ phone: '13800006021' })
})

describe('Checkout with more than a new buyer may order', () => {
  it('offers the allowed quantity and a call to the shop', async () => {
    server.onPut = () =>
      problem(409, 'ask-the-shop', {
        current: { lines: [{ skuId: skuOf(1), most: 1 }], phone: '13800006021' },
      })
    await openAndSubmit()
    expect(await screen.findByText('要得多，先跟店家说一声')).toBeInTheDocument()
    expect(screen.getByText('您要 2 斤，头一回最多先买 1 斤')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '要得多？给店家打个电话' })).toBeInTheDocument()
    server.onPut = () => placed
    await press('行，就按新的来')
    expect(cartLines()).toEqual([{ ...item, quantity: 1 }])
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({ lines: [{ skuId: skuOf(1), quantity: 1 }] })
  })

  it('offers only the call and the way back when nothing more is allowed', async () => {
    server.onPut = () => problem(409, 'ask-the-shop', { current: { lines: [{ skuId: skuOf(1), most: 0 }] } })
    await openAndSubmit()
    expect(await screen.findByText('您要 2 斤，要先跟店家说好')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '行，就按新的来' })).toBeNull()
    expect(screen.getByRole('button', { name: '要得多？给店家打个电话' })).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
  })
})

describe('Checkout with too many waiting orders', () => {
  it('shows their number, keeps the cart and sends the same order later', async () => {
    server.onPut = () => problem(409, 'too-many-waiting', { current: { waiting: 3, phone: '13800006021' } })
    await openAndSubmit()
    expect(await screen.findByText('您有 3 单店家还没接')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '给店家打电话' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '看看我的订单' })).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
    server.onPut = () => placed
    await press('再试一次')
    await submitAndWait(2)
    expect(sentOrders()[1]?.path).toBe(sentOrders()[0]?.path)
  })

  it('shows no number when the limit applies to the address', async () => {
    server.onPut = () => problem(409, 'too-many-waiting', { current: {} })
    await openAndSubmit()
    expect(await screen.findByText('店家手上的单太多了')).toBeInTheDocument()
  })
})

describe('Checkout of a blocked buyer', () => {
  it('shows neutral words and a call to the shop', async () => {
    server.onPut = () => problem(409, 'buyer-blocked', { current: { phone: '13800006021' } })
    await openAndSubmit()
    expect(await screen.findByText('这家店暂时不接您的单')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '给店家打电话' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  })
})
