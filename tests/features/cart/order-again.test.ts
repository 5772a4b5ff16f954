import { useCarts } from '@/features/cart/cart-store'
import { orderAgain } from '@/features/cart/order-again'
import { fakeTaro } from '../../support/components/taro'
import { order, shopId } from '../orders/sample-orders'

const other = { skuId: 'other', productId: 'p', name: '蜂蜜', unit: '瓶', price: 6800, quantity: 1 }

describe('orderAgain', () => {
  beforeEach(() => {
    fakeTaro.reset()
    useCarts.setState({ carts: {} })
  })

  it('puts the goods into the cart of their shop and opens the checkout', () => {
    orderAgain(order(), 'abc123')
    const [line] = order().lines
    expect(useCarts.getState().carts[shopId]).toEqual([line])
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: '/pages/orders/checkout?slug=abc123&kind=local&method=on-delivery' },
    ])
  })

  it('omits the days and takes the largest quantity of a sku for one day', () => {
    const [line] = order().lines
    if (!line) throw new Error('an order has a line')
    const lines = [
      { ...line, quantity: 1, date: '2026-01-01' },
      { ...line, quantity: 3, date: '2026-01-02' },
      { ...line, quantity: 2, date: '2026-01-03' },
    ]
    orderAgain(order({ lines, fulfilment: 'on-site' }), 'abc123')
    expect(useCarts.getState().carts[shopId]).toEqual([{ ...line, quantity: 3 }])
  })

  it('keeps other goods in the cart and replaces the quantity of the same sku by that of the order', () => {
    const [line] = order().lines
    if (!line) throw new Error('an order has a line')
    useCarts.setState({ carts: { [shopId]: [other, { ...line, quantity: 9 }] } })
    orderAgain(order(), 'abc123')
    expect(useCarts.getState().carts[shopId]).toEqual([other, line])
  })
})
