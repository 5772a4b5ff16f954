import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CartItem } from '@/domain/cart-check'
import { useCarts } from '@/features/cart/cart-store'
import { useAttempts } from '@/features/checkout/attempt-store'
import { useReceiver } from '@/features/checkout/receiver-store'
import { type Answer, type Request, stage } from '../../support/taro'
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
export const placed: Answer = { status: 200, body: { id: 'placed' } }
/** The answer to whether an order has arrived: it has, with these lines. */
export const found = (lines: { skuId: string; quantity: number }[]): Answer => ({
  status: 200,
  body: { order: { id: 'x', lines }, role: 'buyer', shop: {} },
})

const isPut = ({ method, path }: Request) => method === 'PUT' && path.includes('/orders/')

/** The orders that were sent, and what is left in the cart. */
export const puts = () => stage.requests.filter(isPut)
export const left = () => useCarts.getState().carts[shopId] ?? []

/** The server as a test wants it: its shop, and its answers to an order and to the question whether it has one. */
export const server = {
  shown: storefront(),
  onPut: (_: Request): Answer | null | Promise<Answer | null> => placed,
  onFind: (_: Request): Answer | null | Promise<Answer | null> => problem(404, 'not-found'),
}

/** Two pounds of walnuts in the cart of somebody who ordered before. */
export function setStage() {
  stage.reset()
  useCarts.setState({ carts: { [shopId]: [item] } })
  useAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver })
  server.shown = storefront()
  server.onPut = () => placed
  server.onFind = () => problem(404, 'not-found')
  stage.params({ slug })
  stage.answer(
    serving(
      () => server.shown,
      (request) => {
        if (isPut(request)) return server.onPut(request)
        return request.path.includes('/orders/') ? server.onFind(request) : undefined
      },
    ),
  )
}

export const submit = () => screen.findByRole('button', { name: '提交订单' })
export const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
