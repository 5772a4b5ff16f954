import { newId } from '../../support/api-client'
import { orderBody } from '../order-floor'
import { type Attack, Client, repeatConcurrently } from './attack'

const ORDERERS = 8

/** New accounts from one address order the whole stock of a product, or the most that a new buyer may order. */
export const stockExhaustion: Attack = {
  name: 'stock',
  async start(server, shop) {
    const client = new Client(server.port, '127.0.0.5')
    const [skuId = ''] = shop.skuIds
    const all = shop.products[0]?.skus[0]?.stock ?? 0
    const readStock = async () => {
      const { body } = await client.send('GET', `/api/storefronts/${shop.slug}`)
      const { products } = JSON.parse(body) as { products: { skus: { stock: number }[] }[] }
      return products[0]?.skus[0]?.stock ?? 0
    }
    const stop = repeatConcurrently(ORDERERS, async (turn) => {
      const session = await client.json('POST', '/api/sessions', { provider: 'device' })
      if (session.status !== 200) return session.status
      const { token } = JSON.parse(session.body) as { token: string }
      const body = orderBody([{ id: skuId, price: 2500 }])
      const [line] = body.lines
      const quantity = turn % 2 === 0 ? all : 10
      const path = `/api/shops/${shop.shopId}/orders/${newId()}`
      const wanted = { ...body, lines: [{ ...line, quantity }], seenTotal: 2500 * quantity }
      return (await client.json('PUT', path, wanted, token)).status
    })
    return async () => {
      const statuses = await stop()
      const rest = await readStock()
      client.close()
      return `${statuses}; ${rest} of ${all} left`
    }
  },
}
