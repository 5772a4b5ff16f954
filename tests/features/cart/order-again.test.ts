import { useCarts } from '@/features/cart/cart-store'
import { orderAgain } from '@/features/cart/order-again'
import { fakeTaro } from '../../support/taro'
import { order, shopId } from '../orders/sample-orders'

const other = { skuId: 'other', productId: 'p', name: '蜂蜜', unit: '瓶', price: 6800, quantity: 1 }

describe('ordering again', () => {
  beforeEach(() => {
    fakeTaro.reset()
    useCarts.setState({ carts: {} })
  })

  it('puts the goods into the cart of their shop and opens the checkout', () => {
    orderAgain(order(), 'abc123')
    const [line] = order().lines
    expect(useCarts.getState().carts[shopId]).toEqual([line])
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: '/pages/storefront/checkout?slug=abc123' },
    ])
  })

  it('keeps what is in the cart, and takes the quantity of the order', () => {
    const [line] = order().lines
    if (!line) throw new Error('an order has a line')
    useCarts.setState({ carts: { [shopId]: [other, { ...line, quantity: 9 }] } })
    orderAgain(order(), 'abc123')
    expect(useCarts.getState().carts[shopId]).toEqual([other, line])
  })
})
