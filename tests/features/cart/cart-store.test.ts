import { type CartItem, cartItem } from '@/domain/product/cart-check'
import { cartAdapter } from '@/features/cart/cart-adapter'
import { useCarts } from '@/features/cart/cart-store'
import { fakeTaro } from '../../support/components/taro'
import { honey, nuts, shopId, skuOf } from '../storefront/sample-shop'

const [sku] = nuts.skus
if (!sku) throw new Error('a sku is missing')
const item: CartItem = cartItem(nuts, sku, 2)
const lines = (shop = shopId) => useCarts.getState().carts[shop] ?? []

beforeEach(() => {
  fakeTaro.reset()
  useCarts.setState({ carts: {} })
})

describe('cart store', () => {
  it('adds, changes and removes a line', () => {
    const { put } = useCarts.getState()
    put(shopId, item, 10)
    put(shopId, { ...item, quantity: 3 }, 10)
    expect(lines()).toEqual([{ ...item, quantity: 3 }])
    put(shopId, { ...item, quantity: 0 }, 10)
    expect(useCarts.getState().carts).toEqual({})
  })

  it('limits a line to the stock', () => {
    useCarts.getState().put(shopId, { ...item, quantity: 20 }, 10)
    expect(lines()[0]?.quantity).toBe(10)
  })

  it('holds a separate cart for each shop', () => {
    const { put, clear } = useCarts.getState()
    put('other', item, 10)
    put(shopId, item, 10)
    clear(shopId)
    expect(lines()).toEqual([])
    expect(lines('other')).toEqual([item])
  })

  it('restores a cart from storage', async () => {
    useCarts.getState().put(shopId, item, 10)
    const stored = new Map(fakeTaro.storage)
    useCarts.setState({ carts: {} })
    for (const [key, value] of stored) fakeTaro.storage.set(key, value)
    await useCarts.persist.rehydrate()
    expect(lines()).toEqual([item])
  })

  it('holds the cart in memory when storage is full or forbidden', () => {
    const set = jest.spyOn(fakeTaro.storage, 'set').mockImplementation(() => {
      throw new Error('QuotaExceededError')
    })
    useCarts.getState().put(shopId, item, 10)
    expect(lines()).toEqual([item])
    set.mockRestore()
  })

  it('adds one item until the stock is reached', () => {
    const two = { ...sku, stock: 2 }
    expect([1, 2, 3].map(() => cartAdapter.addOne(shopId, nuts, two))).toEqual([true, true, false])
    expect(lines()).toMatchObject([{ skuId: skuOf(1), quantity: 2 }])
  })

  it('adds one item of a sku without changing other lines', () => {
    const [small] = honey.skus
    if (!small) throw new Error('a sku is missing')
    cartAdapter.addOne(shopId, nuts, sku)
    cartAdapter.addOne(shopId, honey, small)
    expect(lines().map(({ name, label, quantity }) => [name, label, quantity])).toEqual([
      ['核桃', undefined, 1],
      ['土蜂蜜', '小瓶', 1],
    ])
  })
})
