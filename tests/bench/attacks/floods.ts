import { randomInt } from 'node:crypto'
import { BASE32 } from '@/domain/id'
import { type Attack, Client, repeatConcurrently } from './attack'

const wrongKey = () => Array.from({ length: 20 }, () => BASE32.charAt(randomInt(32))).join('')

/** Sends wrong keys from the address of the measured seller, as behind a carrier’s NAT, with and without accounts. */
export const keyLockout: Attack = {
  name: 'lockout',
  async start(server) {
    const client = new Client(server.port, '127.0.0.1')
    const tokens = await client.accounts(40)
    return repeatConcurrently(
      8,
      async (turn) => {
        const body = { provider: 'key', key: wrongKey() }
        return (await client.json('POST', '/api/sessions', body, tokens[turn % 41])).status
      },
      client,
    )
  },
}

/** Requests a shop page and its share picture with another Host header each time. */
export const hostFlood: Attack = {
  name: 'hosts',
  async start(server, shop) {
    const client = new Client(server.port, '127.0.0.4')
    return repeatConcurrently(
      16,
      async (turn) => {
        const path = turn % 4 === 0 ? `/s/${shop.slug}/share.jpg` : `/s/${shop.slug}`
        return (await client.send('GET', path, { host: `host-${turn}.example` })).status
      },
      client,
    )
  },
}
