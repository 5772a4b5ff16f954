import { randomBytes, randomInt } from 'node:crypto'
import sharp from 'sharp'
import { newId } from '../../support/api-client'
import { Client, createUploadBody, repeatConcurrently } from './attack'
import type { NeighbourWorld } from './neighbour'

const ACCOUNTS = 20
const WORKERS = 12

/** A flood from the address of the neighbours. */
export interface Flood {
  name: string
  /** The number of accounts that send it; 0 without a session. */
  accounts: number
  send(client: Client, token: string, world: NeighbourWorld): Promise<number> | number
}

const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status
const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0')
const forgedToken = () => randomBytes(32).toString('base64url')

const oneProduct = () => [
  {
    ...{ id: newId(), name: '货', unit: '斤', photos: [], onSale: true },
    skus: [{ id: newId(), price: 100, stock: 1 }],
  },
]

/** A picture that compresses badly; bytes appended to it make its content unique. */
const picture = sharp(randomBytes(600 * 600 * 3), { raw: { width: 600, height: 600, channels: 3 } })
  .jpeg({ quality: 60 })
  .toBuffer()

export const floods: readonly Flood[] = [
  {
    name: 'sign-ins',
    accounts: 0,
    send: (client) => statusOf(client.json('POST', '/api/sessions', { provider: 'device' })),
  },
  {
    name: 'uploads',
    accounts: ACCOUNTS,
    send: async (client, token) => {
      const { body, headers } = createUploadBody(Buffer.concat([await picture, randomBytes(8)]), token)
      return statusOf(client.send('PUT', `/api/photos/${newId()}`, headers, body))
    },
  },
  {
    name: 'writes',
    accounts: ACCOUNTS,
    send: (client, token) =>
      statusOf(client.json('PUT', '/api/me/quiet-hours', { from: randomInt(1440), until: 0 }, token)),
  },
  {
    name: 'forged tokens',
    accounts: 0,
    send: (client) =>
      statusOf(client.json('PUT', `/api/shops/${newId()}/orders/${newId()}`, {}, forgedToken())),
  },
  {
    name: 'new shops',
    accounts: ACCOUNTS,
    send: (client, token) =>
      statusOf(client.json('PUT', `/api/shops/${newId()}`, { trade: 'nuts', products: oneProduct() }, token)),
  },
  {
    name: 'codes',
    accounts: ACCOUNTS,
    send: (client, token) => {
      const code = digits(randomInt(2) === 0 ? 6 : 8)
      return statusOf(client.json('POST', '/api/handover-codes/read', { code }, token))
    },
  },
  {
    name: 'lesson seats',
    accounts: ACCOUNTS,
    send: (client, token, { lesson: { lessonId, number } }) => {
      const path = `/api/lessons/${lessonId}/learners/${newId()}`
      const tried = randomInt(2) === 0 ? number : String(randomInt(1000, 10_000))
      return statusOf(client.json('PUT', path, { number: tried }, token))
    },
  },
]

/** Signs in accounts from another address, where it counts for no flood. */
export async function signInStrangers({ server }: NeighbourWorld, count: number): Promise<string[]> {
  const elsewhere = new Client(server.port, '127.0.0.9')
  const tokens = await elsewhere.accounts(count)
  elsewhere.close()
  return tokens
}

/** Starts a flood; returns a function that stops it and reports the outcome of its requests. */
export function startFlood(flood: Flood, world: NeighbourWorld, tokens: readonly string[]) {
  const client = new Client(world.server.port, '127.0.0.1')
  const stop = repeatConcurrently(WORKERS, async (turn) =>
    flood.send(client, tokens[turn % Math.max(1, tokens.length)] ?? '', world),
  )
  return async () => {
    const statuses = await stop()
    client.close()
    return statuses
  }
}
