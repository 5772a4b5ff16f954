import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cartItem } from '@/domain/cart-check'
import type { Sku } from '@/domain/sku'
import { useCarts } from '@/features/cart/cart-store'
import { useAttempts } from '@/features/checkout/attempt-store'
import Checkout from '@/pages/storefront/checkout'
import { type Answer, stage } from '../../support/taro'
import { honey, nuts, problem, shopId, storefront } from '../storefront/sample-shop'
import { found, item, left, placed, press, puts, server, setStage, submit } from './checkout-stage'

const jar = cartItem(honey, honey.skus[0] as Sku, 1)
const ALREADY = '前面那一单已经下成了'
const add = (line = jar) => act(() => useCarts.getState().put(shopId, line, 10))

beforeEach(setStage)

/** She ordered, heard nothing, went back to the shop and put something else in. */
async function orderedUnheard() {
  server.onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  unmount()
  add()
}

const visited = () => stage.visits.map(({ by, url }) => `${by} ${url.split('?')[0]}`)

test('what was chosen after an order without an answer stays in the cart, and she is told', async () => {
  await orderedUnheard()
  server.onFind = () => found([item])
  render(<Checkout />)
  expect(await screen.findByText(ALREADY)).toBeInTheDocument()
  expect(left()).toEqual([jar])
  expect(useAttempts.getState().attempts).toEqual({})
  expect(stage.visits).toEqual([])
  await press('看这一单')
  expect(visited()).toEqual(['redirectTo /pages/orders/order'])
  expect(left()).toEqual([jar])
})

test('what was chosen since can be ordered right away, as an order of its own', async () => {
  await orderedUnheard()
  server.onFind = () => found([item])
  render(<Checkout />)
  server.onPut = () => placed
  await press('接着买留着的')
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.path).not.toBe(puts()[0]?.path)
  expect(puts()[1]?.body).toMatchObject({ lines: [{ skuId: jar.skuId, quantity: 1 }] })
  await waitFor(() => expect(left()).toEqual([]))
})

test('more of what was ordered: only as much as was ordered leaves the cart', async () => {
  await orderedUnheard()
  act(() => useCarts.setState({ carts: { [shopId]: [{ ...item, quantity: 5 }] } }))
  server.onFind = () => found([item])
  render(<Checkout />)
  await screen.findByText(ALREADY)
  expect(left()).toEqual([{ ...item, quantity: 3 }])
})

test('fewer than were ordered: the order is told, and nothing is left', async () => {
  await orderedUnheard()
  act(() => useCarts.setState({ carts: { [shopId]: [{ ...item, quantity: 1 }] } }))
  server.onFind = () => found([item])
  render(<Checkout />)
  await screen.findByText(ALREADY)
  expect(left()).toEqual([])
  expect(screen.queryByRole('button', { name: '接着买留着的' })).toBeNull()
})

test('the same order sent once more takes nothing else out of the cart', async () => {
  await orderedUnheard()
  server.onFind = () => null
  render(<Checkout />)
  server.onPut = () => placed
  await press('再试一次')
  expect(await screen.findByText(ALREADY)).toBeInTheDocument()
  expect(puts()[1]?.body).toEqual(puts()[0]?.body)
  expect(left()).toEqual([jar])
})

test('changed and sent again: what the order that had arrived holds leaves the cart, not what was sent last', async () => {
  server.onPut = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  await press('改一改再提交')
  add()
  server.onPut = () => problem(409, 'idempotency-conflict')
  server.onFind = () => found([item])
  await userEvent.click(await submit())
  expect(await screen.findByText(ALREADY)).toBeInTheDocument()
  expect(puts()[1]?.body).toMatchObject({ lines: [{}, { skuId: jar.skuId }] })
  expect(left()).toEqual([jar])
})

test('changed and sent again, and then no answer about the earlier one: nothing leaves the cart yet', async () => {
  server.onPut = () => problem(409, 'idempotency-conflict')
  server.onFind = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('还不知道下成没有')).toBeInTheDocument()
  expect(left()).toEqual([item])
  server.onFind = () => found([item])
  await press('再试一次')
  expect(await screen.findByText(ALREADY)).toBeInTheDocument()
  expect(left()).toEqual([])
})

/** She went back to the shop while her order was on its way; the result answers it. */
async function leftWhileSending() {
  let answer: (reply: Answer | null) => void = () => undefined
  server.onPut = () =>
    new Promise((reply) => {
      answer = reply
    })
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(1))
  unmount()
  return async (reply: Answer | null) => {
    answer(reply)
    await act(async () => void (await new Promise((done) => setTimeout(done, 20))))
  }
}

test('an answer that comes to a page she has left moves nobody, and takes only what was ordered', async () => {
  const answer = await leftWhileSending()
  add()
  await answer(placed)
  expect(stage.visits).toEqual([])
  expect(left()).toEqual([jar])
  expect(useAttempts.getState().attempts).toEqual({})
})

test('an answer that comes while the next checkout asks: the order is told, and counted once', async () => {
  const answer = await leftWhileSending()
  add({ ...item, quantity: 4 })
  let tell: (reply: Answer) => void = () => undefined
  server.onFind = () =>
    new Promise<Answer>((reply) => {
      tell = reply
    })
  render(<Checkout />)
  await answer(placed)
  expect(left()).toEqual([{ ...item, quantity: 2 }])
  tell(problem(404, 'not-found'))
  expect(await screen.findByText(ALREADY)).toBeInTheDocument()
  expect(left()).toEqual([{ ...item, quantity: 2 }])
  expect(useAttempts.getState().attempts).toEqual({})
})

test('of what there is too little of nothing is left over; what cannot be had stays', async () => {
  const gone = { ...jar, skuId: 'gone', productId: 'gone' }
  server.shown = storefront({}, [{ ...nuts, skus: [{ ...(nuts.skus[0] as Sku), stock: 1 }] }, honey])
  useCarts.setState({ carts: { [shopId]: [item, gone] } })
  render(<Checkout />)
  await userEvent.click(await submit())
  await waitFor(() => expect(visited()).toEqual(['redirectTo /pages/orders/order']))
  expect(puts()[0]?.body).toMatchObject({ lines: [{ skuId: item.skuId, quantity: 1 }] })
  expect(left()).toEqual([gone])
})
