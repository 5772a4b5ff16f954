import { MAX_STOCK } from '@/domain/product/sku'
import { type ApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, stockOf } from '../../support/test-shop'

let env: TestEnvironment
let shop: OpenedShop
let buyer: ApiClient
beforeEach(async () => {
  env = await createTestEnvironment()
  shop = await openShop(env, { stock: MAX_STOCK })
  buyer = await signIn(env.app)
})
afterEach(() => env.app.close())

const addStock = (delta: number) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, { id: newId(), delta })

const cancel = (orderId: string) =>
  buyer.call(`POST /api/shops/${shop.shopId}/orders/${orderId}/steps`, { id: newId(), action: 'cancel' })

describe('restocking a cancelled order', () => {
  it('fills a stock that grew meanwhile up to the maximum', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    expect((await addStock(3)).json()).toMatchObject({ stock: MAX_STOCK - 1 })
    expect((await cancel(id)).json()).toMatchObject({ state: 'cancelled' })
    expect(await stockOf(env, shop)).toBe(MAX_STOCK)
  })

  it('returns the exact quantity below the maximum', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    await addStock(-10)
    await cancel(id)
    expect(await stockOf(env, shop)).toBe(MAX_STOCK - 10)
  })
})
