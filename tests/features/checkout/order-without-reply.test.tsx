import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cartItem } from '@/domain/product/cart-check'
import type { Sku } from '@/domain/product/sku'
import { useCarts } from '@/features/cart/cart-store'
import { useOrderAttempts } from '@/features/checkout/submit/order-attempt-store'
import Checkout from '@/pages/orders/checkout'
import { type Answer, fakeTaro } from '../../support/components/taro'
import { honey, nuts, problem, shopId, storefront } from '../storefront/sample-shop'
import {
  cartLines,
  item,
  openAndSubmit,
  orderFound,
  placed,
  press,
  resetCheckout,
  sentOrders,
  server,
  submit,
  submitAndWait,
} from './checkout-setup'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

const jar = cartItem(honey, honey.skus[0] as Sku, 1)
const ALREADY = '前面那一单已经下成了'
const add = (line = jar) => act(() => useCarts.getState().put(shopId, line, 10))

beforeEach(resetCheckout)

/** Sends an order that gets no reply, leaves the page and adds another item to the cart. */
async function orderWithoutReply() {
  server.onPut = () => null
  const { unmount } = await openAndSubmit()
  await screen.findByText('还不知道下成没有')
  unmount()
  add()
}

const visited = () => fakeTaro.navigations.map(({ by, url }) => `${by} ${url.split('?')[0]}`)

describe('Checkout after an order without a reply', () => {
  it('keeps later items in the cart and reports the placed order', async () => {
    await orderWithoutReply()
    server.onFind = () => orderFound([item])
    render(<Checkout />)
    expect(await screen.findByText(ALREADY)).toBeInTheDocument()
    expect(cartLines()).toEqual([jar])
    expect(useOrderAttempts.getState().attempts).toEqual({})
    expect(fakeTaro.navigations).toEqual([])
    await press('看这一单')
    expect(visited()).toEqual(['redirectTo /pages/orders/order'])
    expect(cartLines()).toEqual([jar])
  })

  it('sends later items as an order of their own', async () => {
    await orderWithoutReply()
    server.onFind = () => orderFound([item])
    render(<Checkout />)
    server.onPut = () => placed
    await press('接着买留着的')
    await submitAndWait(2)
    expect(sentOrders()[1]?.path).not.toBe(sentOrders()[0]?.path)
    expect(sentOrders()[1]?.body).toMatchObject({ lines: [{ skuId: jar.skuId, quantity: 1 }] })
    await waitFor(() => expect(cartLines()).toEqual([]))
  })

  it('removes only the ordered quantity from the cart', async () => {
    await orderWithoutReply()
    act(() => useCarts.setState({ carts: { [shopId]: [{ ...item, quantity: 5 }] } }))
    server.onFind = () => orderFound([item])
    render(<Checkout />)
    await screen.findByText(ALREADY)
    expect(cartLines()).toEqual([{ ...item, quantity: 3 }])
  })

  it('empties the cart when it holds less than was ordered', async () => {
    await orderWithoutReply()
    act(() => useCarts.setState({ carts: { [shopId]: [{ ...item, quantity: 1 }] } }))
    server.onFind = () => orderFound([item])
    render(<Checkout />)
    await screen.findByText(ALREADY)
    expect(cartLines()).toEqual([])
    expect(screen.queryByRole('button', { name: '接着买留着的' })).toBeNull()
  })

  it('keeps later items when the same order is sent again', async () => {
    await orderWithoutReply()
    server.onFind = () => null
    render(<Checkout />)
    server.onPut = () => placed
    await press('再试一次')
    expect(await screen.findByText(ALREADY)).toBeInTheDocument()
    expect(sentOrders()[1]?.body).toEqual(sentOrders()[0]?.body)
    expect(cartLines()).toEqual([jar])
  })

  it('removes the items of the placed order, not the items of the changed order', async () => {
    server.onPut = () => null
    await openAndSubmit()
    await press('改一改再提交')
    add()
    server.onPut = () => problem(409, 'idempotency-conflict')
    server.onFind = () => orderFound([item])
    await userEvent.click(await submit())
    expect(await screen.findByText(ALREADY)).toBeInTheDocument()
    expect(sentOrders()[1]?.body).toMatchObject({ lines: [{}, { skuId: jar.skuId }] })
    expect(cartLines()).toEqual([jar])
  })

  it('removes nothing from the cart before the earlier order is confirmed', async () => {
    server.onPut = () => problem(409, 'idempotency-conflict')
    server.onFind = () => null
    await openAndSubmit()
    expect(await screen.findByText('还不知道下成没有')).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
    server.onFind = () => orderFound([item])
    await press('再试一次')
    expect(await screen.findByText(ALREADY)).toBeInTheDocument()
    expect(cartLines()).toEqual([])
  })

  /** Leaves the page while an order is being sent; the returned function answers the order. */
  async function leaveWhileSending() {
    let answer: (reply: Answer | null) => void = () => undefined
    server.onPut = () =>
      new Promise((reply) => {
        answer = reply
      })
    const { unmount } = render(<Checkout />)
    await submitAndWait()
    unmount()
    return async (reply: Answer | null) => {
      answer(reply)
      await act(async () => void (await new Promise((done) => setTimeout(done, 20))))
    }
  }

  it('does not navigate when the reply comes after the page was left', async () => {
    const answer = await leaveWhileSending()
    add()
    await answer(placed)
    expect(fakeTaro.navigations).toEqual([])
    expect(cartLines()).toEqual([jar])
    expect(useOrderAttempts.getState().attempts).toEqual({})
  })

  it("subtracts the order once when its reply comes during the next checkout's lookup", async () => {
    const answer = await leaveWhileSending()
    add({ ...item, quantity: 4 })
    let answerFind: (reply: Answer) => void = () => undefined
    server.onFind = () =>
      new Promise<Answer>((reply) => {
        answerFind = reply
      })
    render(<Checkout />)
    await answer(placed)
    expect(cartLines()).toEqual([{ ...item, quantity: 2 }])
    answerFind(problem(404, 'not-found'))
    expect(await screen.findByText(ALREADY)).toBeInTheDocument()
    expect(cartLines()).toEqual([{ ...item, quantity: 2 }])
    expect(useOrderAttempts.getState().attempts).toEqual({})
  })

  it('empties a line ordered in part and keeps an item that is no longer sold', async () => {
    const unavailable = { ...jar, skuId: 'unavailable', productId: 'unavailable' }
    server.shown = storefront({}, [{ ...nuts, skus: [{ ...(nuts.skus[0] as Sku), stock: 1 }] }, honey])
    useCarts.setState({ carts: { [shopId]: [item, unavailable] } })
    await openAndSubmit()
    await waitFor(() => expect(visited()).toEqual(['redirectTo /pages/orders/order']))
    expect(sentOrders()[0]?.body).toMatchObject({ lines: [{ skuId: item.skuId, quantity: 1 }] })
    expect(cartLines()).toEqual([unavailable])
  })
})
