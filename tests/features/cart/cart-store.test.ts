import { type CartItem, cartItem } from '@/domain/cart-check'
import { cartPort } from '@/features/cart/cart-port'
import { useCarts } from '@/features/cart/cart-store'
import { stage } from '../../support/taro'
import { honey, nuts, shopId, skuOf } from '../storefront/sample-shop'

const [sku] = nuts.skus
if (!sku) throw new Error('a sku is missing')
const item: CartItem = cartItem(nuts, sku, 2)
const lines = (shop = shopId) => useCarts.getState().carts[shop] ?? []

beforeEach(() => {
  stage.reset()
  useCarts.setState({ carts: {} })
})

test('a line is put in, changed and taken out', () => {
  const { put } = useCarts.getState()
  put(shopId, item, 10)
  put(shopId, { ...item, quantity: 3 }, 10)
  expect(lines()).toEqual([{ ...item, quantity: 3 }])
  put(shopId, { ...item, quantity: 0 }, 10)
  expect(useCarts.getState().carts).toEqual({})
})

test('a line never holds more than there is', () => {
  useCarts.getState().put(shopId, { ...item, quantity: 20 }, 10)
  expect(lines()[0]?.quantity).toBe(10)
})

test('each shop has a cart of its own', () => {
  const { put, clear } = useCarts.getState()
  put('other', item, 10)
  put(shopId, item, 10)
  clear(shopId)
  expect(lines()).toEqual([])
  expect(lines('other')).toEqual([item])
})

test('a cart outlives the app', async () => {
  useCarts.getState().put(shopId, item, 10)
  const kept = new Map(stage.storage)
  useCarts.setState({ carts: {} })
  for (const [key, value] of kept) stage.storage.set(key, value)
  await useCarts.persist.rehydrate()
  expect(lines()).toEqual([item])
})

test('storage that is full or forbidden costs the memory, not the cart', () => {
  const set = jest.spyOn(stage.storage, 'set').mockImplementation(() => {
    throw new Error('QuotaExceededError')
  })
  useCarts.getState().put(shopId, item, 10)
  expect(lines()).toEqual([item])
  set.mockRestore()
})

test('one more, until there are no more', () => {
  const two = { ...sku, stock: 2 }
  expect([1, 2, 3].map(() => cartPort.addOne(shopId, nuts, two))).toEqual([true, true, false])
  expect(lines()).toMatchObject([{ skuId: skuOf(1), quantity: 2 }])
})

test('one more of a sku leaves the others alone', () => {
  const [small] = honey.skus
  if (!small) throw new Error('a sku is missing')
  cartPort.addOne(shopId, nuts, sku)
  cartPort.addOne(shopId, honey, small)
  expect(lines().map(({ name, label, quantity }) => [name, label, quantity])).toEqual([
    ['核桃', undefined, 1],
    ['土蜂蜜', '小瓶', 1],
  ])
})
