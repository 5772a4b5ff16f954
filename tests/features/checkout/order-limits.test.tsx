import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Checkout from '@/pages/storefront/checkout'
import { problem, skuOf, storefront } from '../storefront/sample-shop'
import { item, left, placed, press, puts, server, setStage, submit } from './checkout-stage'

beforeEach(() => {
  setStage()
  server.shown = storefront({ phone: '13800006021' })
})

describe('a share that is too large for a new buyer', () => {
  it('offers the possible amount with one tap, and a call', async () => {
    server.onPut = () =>
      problem(409, 'ask-the-shop', {
        current: { lines: [{ skuId: skuOf(1), most: 1 }], phone: '13800006021' },
      })
    render(<Checkout />)
    await userEvent.click(await submit())
    expect(await screen.findByText('要得多，先跟店家说一声')).toBeInTheDocument()
    expect(screen.getByText('您要 2 斤，头一回最多先买 1 斤')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '要得多？给店家打个电话' })).toBeInTheDocument()
    server.onPut = () => placed
    await press('行，就按新的来')
    expect(left()).toEqual([{ ...item, quantity: 1 }])
    await userEvent.click(await submit())
    await waitFor(() => expect(puts()).toHaveLength(2))
    expect(puts()[1]?.body).toMatchObject({ lines: [{ skuId: skuOf(1), quantity: 1 }] })
  })

  it('offers only the call and the way back where nothing more is possible', async () => {
    server.onPut = () => problem(409, 'ask-the-shop', { current: { lines: [{ skuId: skuOf(1), most: 0 }] } })
    render(<Checkout />)
    await userEvent.click(await submit())
    expect(await screen.findByText('您要 2 斤，要先跟店家说好')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '行，就按新的来' })).toBeNull()
    expect(screen.getByRole('button', { name: '要得多？给店家打个电话' })).toBeInTheDocument()
    expect(left()).toEqual([item])
  })
})

describe('too many waiting orders', () => {
  it('say how many wait, keep the cart and let the same order be sent later', async () => {
    server.onPut = () => problem(409, 'too-many-waiting', { current: { waiting: 3, phone: '13800006021' } })
    render(<Checkout />)
    await userEvent.click(await submit())
    expect(await screen.findByText('您有 3 单还在等店家接')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '给店家打电话' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '看看我的订单' })).toBeInTheDocument()
    expect(left()).toEqual([item])
    server.onPut = () => placed
    await press('再试一次')
    await userEvent.click(await submit())
    await waitFor(() => expect(puts()).toHaveLength(2))
    expect(puts()[1]?.path).toBe(puts()[0]?.path)
  })

  it('of a whole address name no number', async () => {
    server.onPut = () => problem(409, 'too-many-waiting', { current: {} })
    render(<Checkout />)
    await userEvent.click(await submit())
    expect(await screen.findByText('店家手上的单太多了')).toBeInTheDocument()
  })
})

describe('a blocked buyer', () => {
  it('reads neutral words and can call the shop', async () => {
    server.onPut = () => problem(409, 'buyer-blocked', { current: { phone: '13800006021' } })
    render(<Checkout />)
    await userEvent.click(await submit())
    expect(await screen.findByText('这家店暂时不接您的单')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '给店家打电话' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  })
})
