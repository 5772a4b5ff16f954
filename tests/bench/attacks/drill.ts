import { readFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../support/api-person'
import { startServer } from '../../support/server-process'
import { type Attack, Client, repeat } from './attack'

const PAUSE_MS = 100

/**
 * A second server with the first one's secret, as a restore is tried out: shops are opened there under the id of one that
 * stands here, and the keys that it hands out are tried here. None may fit.
 */
export const drill: Attack = {
  name: 'drill',
  async start(server, shop) {
    const secret = readFileSync(path.join(server.dataDir, 'secret'), 'utf8').trim()
    const second = await startServer({ KEY_SECRET: secret, DATABASE_URL: '' })
    const [there, here] = [new Client(second.port, '127.0.0.7'), new Client(server.port, '127.0.0.7')]
    const [owner = ''] = await there.accounts(1)
    const { trade, products } = { trade: 'nuts', products: shop.products }
    const opened = await there.json('PUT', `/api/shops/${shop.shopId}`, { trade, products }, owner)
    if (opened.status !== 200) throw new Error(`the second server opened no shop: ${opened.body}`)
    const keys = [(JSON.parse(opened.body) as { key: string }).key]
    const tried = new Set<number>()
    const stop = repeat(1, async () => {
      const next = await there.json('POST', `/api/shops/${shop.shopId}/key`, { id: newId() }, owner)
      if (next.status === 200) keys.push((JSON.parse(next.body) as { key: string }).key)
      const body = { provider: 'key', key: keys.at(-1) }
      const { status } = await here.json('POST', '/api/sessions', body)
      tried.add(status)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      return status
    })
    return async () => {
      const statuses = await stop()
      there.close()
      here.close()
      await second.dispose()
      if (tried.has(200)) throw new Error('a key of the second server fits the first')
      return `${keys.length} keys, ${statuses}`
    }
  },
}
