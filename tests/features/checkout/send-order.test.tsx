import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GONE } from '@/domain/shop/shop'
import { useCarts } from '@/features/cart/cart-store'
import { useOrderAttempts } from '@/features/checkout/submit/order-attempt-store'
import { storefrontWords } from '@/locales/storefront/storefront'
import Checkout from '@/pages/orders/checkout'
import { fakeTaro, type Request } from '../../support/components/taro'
import { problem, serving, shopId, skuOf, storefront } from '../storefront/sample-shop'
import {
  cartLines,
  item,
  openAndSubmit,
  orderFound,
  placed,
  press,
  receiver,
  resetCheckout,
  sentOrders,
  server,
  submit,
  submitAndWait,
} from './checkout-setup'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

beforeEach(resetCheckout)

const orderIdOf = ({ path }: Request) => path.split('/').pop()

async function expectOrderPage(orderId: string | undefined) {
  await waitFor(() =>
    expect(fakeTaro.navigations).toEqual([
      { by: 'redirectTo', url: `/pages/orders/order?shop=${shopId}&order=${orderId}` },
    ]),
  )
  expect(cartLines()).toEqual([])
  expect(useOrderAttempts.getState().attempts).toEqual({})
}

/** Simulates a reload: clears memory and restores the stores from storage. */
async function reload(unmount: () => void) {
  unmount()
  const stored = new Map(fakeTaro.storage)
  useOrderAttempts.setState({ attempts: {} })
  useCarts.setState({ carts: {} })
  fakeTaro.storage.clear()
  for (const [key, value] of stored) fakeTaro.storage.set(key, value)
  await act(async () => {
    await useOrderAttempts.persist.rehydrate()
    await useCarts.persist.rehydrate()
  })
  return render(<Checkout />)
}

/** Closes the shop for good: its storefront is gone, and an order is not found. */
function closeShop() {
  fakeTaro.answer(
    serving(storefront, ({ method, path }) => {
      if (path.startsWith('/api/storefronts/')) return problem(GONE, 'not-found')
      return method === 'PUT' ? problem(404, 'not-found') : undefined
    }),
  )
}

describe('Checkout of a shop that was closed for good', () => {
  it('reports the closed shop when it is opened, and leads to the orders', async () => {
    closeShop()
    render(<Checkout />)
    expect(await screen.findByText(storefrontWords.gone.closed.title)).toBeInTheDocument()
    await press(storefrontWords.end.orders)
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/orders/mine' }])
  })

  it('reports the closed shop when the order is sent, and keeps the cart', async () => {
    render(<Checkout />)
    const button = await submit()
    closeShop()
    await userEvent.click(button)
    expect(await screen.findByText(storefrontWords.gone.closed.title)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: storefrontWords.end.orders })).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
  })
})

describe('Checkout submission', () => {
  it('sends one order for a double tap and opens its page', async () => {
    render(<Checkout />)
    const button = await submit()
    act(() => {
      button.click()
      button.click()
    })
    await waitFor(() => expect(fakeTaro.navigations).toHaveLength(1))
    expect(sentOrders()).toHaveLength(1)
    expect(sentOrders()[0]?.body).toEqual({
      lines: [{ skuId: skuOf(1), quantity: 2 }],
      fulfilment: { kind: 'local' },
      receiver,
      payment: { method: 'on-delivery' },
      seenTotal: 5300,
    })
    await expectOrderPage(orderIdOf(sentOrders()[0] as Request))
  })

  it('reports a lost reply as unknown and sends the same order again', async () => {
    server.onPut = () => null
    await openAndSubmit()
    expect(await screen.findByText('还不知道下成没有')).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
    server.onPut = () => placed
    await press('再试一次')
    await waitFor(() => expect(sentOrders()).toHaveLength(2))
    const [first, second] = sentOrders()
    expect(second?.path).toBe(first?.path)
    expect(second?.body).toEqual(first?.body)
    await expectOrderPage(orderIdOf(first as Request))
  })

  it('finds the placed order after a reload instead of sending it again', async () => {
    server.onPut = () => null
    const { unmount } = await openAndSubmit()
    await screen.findByText('还不知道下成没有')
    server.onFind = () => orderFound([item])
    await reload(unmount)
    await expectOrderPage(orderIdOf(sentOrders()[0] as Request))
    expect(sentOrders()).toHaveLength(1)
  })

  it('reports after a reload that the order was not placed and keeps its id', async () => {
    server.onPut = () => null
    const { unmount } = await openAndSubmit()
    await screen.findByText('还不知道下成没有')
    await reload(unmount)
    expect(await screen.findByText('上一次没有下成，请再提交一次。')).toBeInTheDocument()
    server.onPut = () => placed
    await submitAndWait(2)
    expect(sentOrders()[1]?.path).toBe(sentOrders()[0]?.path)
  })

  it('sends the same order again after a reload without a network', async () => {
    server.onPut = () => null
    const { unmount } = await openAndSubmit()
    await screen.findByText('还不知道下成没有')
    server.onFind = () => null
    await reload(unmount)
    server.onPut = () => placed
    await press('再试一次')
    await waitFor(() => expect(sentOrders()).toHaveLength(2))
    expect(sentOrders()[1]?.path).toBe(sentOrders()[0]?.path)
    expect(sentOrders()[1]?.body).toEqual(sentOrders()[0]?.body)
  })

  it('shows the existing order when a changed order conflicts with it', async () => {
    server.onPut = () => null
    await openAndSubmit()
    await press('改一改再提交')
    await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
    server.onPut = () => problem(409, 'idempotency-conflict')
    await userEvent.click(await submit())
    expect(await screen.findByText('前面那一单已经下成了')).toBeInTheDocument()
    await press('看这一单')
    await expectOrderPage(orderIdOf(sentOrders()[0] as Request))
  })
})
