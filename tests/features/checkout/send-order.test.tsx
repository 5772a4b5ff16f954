import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useCarts } from '@/features/cart/cart-store'
import { useAttempts } from '@/features/checkout/attempt-store'
import Checkout from '@/pages/storefront/checkout'
import { type Request, stage } from '../../support/taro'
import { problem, shopId, skuOf } from '../storefront/sample-shop'
import { found, item, left, placed, press, puts, receiver, server, setStage, submit } from './checkout-stage'

beforeEach(setStage)

const orderIdOf = ({ path }: Request) => path.split('/').pop()

async function expectOrderPage(orderId: string | undefined) {
  await waitFor(() =>
    expect(stage.visits).toEqual([
      { by: 'redirectTo', url: `/pages/orders/order?shop=${shopId}&order=${orderId}` },
    ]),
  )
  expect(left()).toEqual([])
  expect(useAttempts.getState().attempts).toEqual({})
}

/** What a reload leaves: storage, and nothing in memory. */
async function reloaded(unmount: () => void) {
  unmount()
  const kept = new Map(stage.storage)
  useAttempts.setState({ attempts: {} })
  useCarts.setState({ carts: {} })
  stage.storage.clear()
  for (const [key, value] of kept) stage.storage.set(key, value)
  await act(async () => {
    await useAttempts.persist.rehydrate()
    await useCarts.persist.rehydrate()
  })
  return render(<Checkout />)
}

test('one order is sent for two quick taps, and its page follows', async () => {
  render(<Checkout />)
  const button = await submit()
  act(() => {
    button.click()
    button.click()
  })
  await waitFor(() => expect(stage.visits).toHaveLength(1))
  expect(puts()).toHaveLength(1)
  expect(puts()[0]?.body).toEqual({
    lines: [{ skuId: skuOf(1), quantity: 2 }],
    fulfilment: { kind: 'local' },
    receiver,
    payment: { method: 'on-delivery' },
    seenTotal: 5300,
  })
  await expectOrderPage(orderIdOf(puts()[0] as Request))
})

test('a lost reply is said to be unknown, and the very same order is sent again', async () => {
  server.onPut = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('还不知道下成没有')).toBeInTheDocument()
  expect(left()).toEqual([item])
  server.onPut = () => placed
  await press('再试一次')
  await waitFor(() => expect(puts()).toHaveLength(2))
  const [first, second] = puts()
  expect(second?.path).toBe(first?.path)
  expect(second?.body).toEqual(first?.body)
  await expectOrderPage(orderIdOf(first as Request))
})

test('after a reload an order that had arrived is found, not sent again', async () => {
  server.onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  server.onFind = () => found([item])
  await reloaded(unmount)
  await expectOrderPage(orderIdOf(puts()[0] as Request))
  expect(puts()).toHaveLength(1)
})

test('after a reload an order that had not arrived is said so, and keeps its id', async () => {
  server.onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  await reloaded(unmount)
  expect(await screen.findByText('上一次没有下成，请再提交一次。')).toBeInTheDocument()
  server.onPut = () => placed
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.path).toBe(puts()[0]?.path)
})

test('after a reload without a network the same order can still be sent again', async () => {
  server.onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  server.onFind = () => null
  await reloaded(unmount)
  server.onPut = () => placed
  await press('再试一次')
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.path).toBe(puts()[0]?.path)
  expect(puts()[1]?.body).toEqual(puts()[0]?.body)
})

test('changed after a lost reply that had arrived: the order that is there is shown, no second one', async () => {
  server.onPut = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  await press('改一改再提交')
  await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
  server.onPut = () => problem(409, 'idempotency-conflict')
  await userEvent.click(await submit())
  expect(await screen.findByText('前面那一单已经下成了')).toBeInTheDocument()
  await press('看这一单')
  await expectOrderPage(orderIdOf(puts()[0] as Request))
})
