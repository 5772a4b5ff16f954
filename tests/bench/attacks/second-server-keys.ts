import { readFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../support/api-client'
import { startServer } from '../../support/server-process'
import { type Attack, Client, repeatConcurrently } from './attack'

const PAUSE_MS = 100

/**
 * A second server with the same secret, as in a trial restore: opens a shop there under the id of an open shop and
 * tries the keys of the second server at the first one. None may be accepted.
 */
export const secondServerKeys: Attack = {
  name: 'drill',
  async start(server, shop) {
    const secret = readFileSync(path.join(server.dataDir, 'secret'), 'utf8').trim()
    const second = await startServer({ KEY_SECRET: secret, DATABASE_URL: '' })
    const [secondClient, client] = [
      new Client(second.port, '127.0.0.7'),
      new Client(server.port, '127.0.0.7'),
    ]
    const [owner = ''] = await secondClient.accounts(1)
    const { trade, products } = { trade: 'nuts', products: shop.products }
    const opened = await secondClient.json('PUT', `/api/shops/${shop.shopId}`, { trade, products }, owner)
    if (opened.status !== 200) throw new Error(`the second server opened no shop: ${opened.body}`)
    const keys = [(JSON.parse(opened.body) as { key: string }).key]
    const receivedStatuses = new Set<number>()
    const stop = repeatConcurrently(
      1,
      async () => {
        const next = await secondClient.json('POST', `/api/shops/${shop.shopId}/key`, { id: newId() }, owner)
        if (next.status === 200) keys.push((JSON.parse(next.body) as { key: string }).key)
        const body = { provider: 'key', key: keys.at(-1) }
        const { status } = await client.json('POST', '/api/sessions', body)
        receivedStatuses.add(status)
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        return status
      },
      secondClient,
      client,
    )
    return async () => {
      const statuses = await stop()
      await second.dispose()
      if (receivedStatuses.has(200)) throw new Error('a key of the second server fits the first')
      return `${keys.length} keys, ${statuses}`
    }
  },
}
