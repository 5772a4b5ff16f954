import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CartItem } from '@/domain/product/cart-check'
import { useCarts } from '@/features/cart/cart-store'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { useOrderAttempts } from '@/features/checkout/submit/order-attempt-store'
import Checkout from '@/pages/orders/checkout'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { nuts, problem, serving, shopId, skuOf, slug, storefront } from '../storefront/sample-shop'

export const item: CartItem = {
  skuId: skuOf(1),
  productId: nuts.id,
  name: '核桃',
  unit: '斤',
  price: 2500,
  quantity: 2,
}
export const receiver = { name: '王某某', phone: '13900001234', address: '成县沙坝镇下街18号' }
const dueInPerson = { method: 'on-delivery', state: 'due' }
export const placed: Answer = ok({ id: 'placed', payment: dueInPerson })
/** The server's answer that the order exists, with these lines. */
export const orderFound = (lines: { skuId: string; quantity: number }[]): Answer =>
  ok({ order: { id: 'x', lines, payment: dueInPerson }, role: 'buyer', shop: {} })

const isPut = ({ method, path }: Request) => method === 'PUT' && path.includes('/orders/')

/** The orders sent so far. */
export const sentOrders = () => fakeTaro.requests.filter(isPut)
export const cartLines = () => useCarts.getState().carts[shopId] ?? []

/** The fake server: its storefront and its answers to an order and to an order lookup. */
export const server = {
  shown: storefront(),
  onPut: (_: Request): Answer | null | Promise<Answer | null> => placed,
  onFind: (_: Request): Answer | null | Promise<Answer | null> => problem(404, 'not-found'),
  /** The slots of the shop. */
  onSlots: (): Answer | null => ok({}),
}

/** Resets the app to a returning buyer with two units of walnuts in the cart. */
export function resetCheckout() {
  fakeTaro.reset()
  useCarts.setState({ carts: { [shopId]: [item] } })
  useOrderAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver })
  server.shown = storefront()
  server.onPut = () => placed
  server.onFind = () => problem(404, 'not-found')
  server.onSlots = () => ok({})
  fakeTaro.params({ slug })
  fakeTaro.answer(
    serving(
      () => server.shown,
      (request) => {
        if (isPut(request)) return server.onPut(request)
        if (request.path.endsWith('/delivery-slots')) return server.onSlots()
        return request.path.includes('/orders/') ? server.onFind(request) : undefined
      },
    ),
  )
}

export const submit = () => screen.findByRole('button', { name: '提交订单' })

/** Opens the checkout of the cart and submits it. */
export async function openAndSubmit() {
  const page = render(<Checkout />)
  await userEvent.click(await submit())
  return page
}

/** Submits the order and waits until so many requests are sent. */
export async function submitAndWait(count = 1) {
  await userEvent.click(await submit())
  await waitFor(() => expect(sentOrders()).toHaveLength(count))
}

export const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
