import { ApiClient, newId } from '../../support/api-client'
import { sendUntilAnswered } from '../../support/send-until-answered'
import { ALL_ENGINES, DATABASE_BANNERS, reportedDatabase } from '../journey/engines'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'

const BUYERS = 200
const STOCK = 10
/** The long run repeats the test on new shops. */
const ROUNDS = process.env.KZ_LONG === '1' ? 10 : 1

// the short run sells to as many buyers at once in tests/server/modules/orders/concurrent-orders.test.ts
for (const engine of ALL_ENGINES)
  test.describe(`order placement on ${engine}`, LONG_RUN, () => {
    test.use({ engine, serverEnv: { RATE_LIMIT: 'off', QUOTA_SHOPS_PER_ACCOUNT: 'off' } })

    test('sells exactly the stock to 200 simultaneous buyers who send each request twice', async ({
      ownEnvironment: { server },
    }) => {
      expect(reportedDatabase(server)).toMatch(DATABASE_BANNERS[engine])
      const owner = await ApiClient.signIn(server.origin)
      const buyers = await Promise.all(Array.from({ length: BUYERS }, () => ApiClient.signIn(server.origin)))
      for (let round = 0; round < ROUNDS; round++) {
        const shop = await owner.openShop([{ name: '成县核桃', price: 2500, stock: STOCK }])
        const body = {
          lines: [{ skuId: shop.skuIds[0], quantity: 1 }],
          fulfilment: { kind: 'pickup' },
          receiver: { name: '收货人', phone: '19900000001' },
          payment: { method: 'on-pickup' },
          seenTotal: 2500,
        }
        const replies = await Promise.all(
          buyers.flatMap((buyer) => {
            const path = `/api/shops/${shop.shopId}/orders/${newId()}`
            return [1, 2].map(() => sendUntilAnswered(() => buyer.send('PUT', path, body)))
          }),
        )
        const placed = replies.filter(({ status }) => status === 200)
        expect(placed).toHaveLength(STOCK * 2)
        expect(new Set(placed.map((reply) => reply.body.id)).size).toBe(STOCK)
        const others = replies.filter(({ status }) => status !== 200)
        expect(new Set(others.map((reply) => reply.body.code))).toEqual(new Set(['out-of-stock']))
        const orders = await owner.send<{ items: unknown[] }>(
          'GET',
          `/api/shops/${shop.shopId}/orders?limit=100`,
        )
        expect(orders.body.items).toHaveLength(STOCK)
        const products = await owner.send<{ items: { skus: { stock: number }[] }[] }>(
          'GET',
          `/api/shops/${shop.shopId}/products`,
        )
        expect(products.body.items[0]?.skus[0]?.stock).toBe(0)
      }
    })
  })
