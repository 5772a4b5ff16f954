import { MAX_STOCK } from '@/domain/product/sku'
import { signInPerTest } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, shopPerTest, stepOrder, stockOf } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: MAX_STOCK })
const buyer = signInPerTest(env)

const addStock = (delta: number) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, { id: newId(), delta })

const cancel = (orderId: string) => stepOrder(shop, buyer, orderId, 'cancel')

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
