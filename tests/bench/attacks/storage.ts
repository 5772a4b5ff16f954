import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { newId } from '../../support/api-person'
import { type Attack, Client, form, repeat } from './attack'

const FILLERS = 12
const SIDE = 1200

/** Photos that hardly get smaller, each unlike the others, and empty shops, as fast as the server takes them. */
export const fill: Attack = {
  name: 'fill',
  async start(server) {
    const client = new Client(server.port, '127.0.0.6')
    const tokens = await client.accounts(FILLERS)
    const picture = await sharp(randomBytes(SIDE * SIDE * 3), {
      raw: { width: SIDE, height: SIDE, channels: 3 },
    })
      .jpeg({ quality: 60 })
      .toBuffer()
    const stop = repeat(FILLERS, async (turn) => {
      const token = tokens[turn % FILLERS] ?? ''
      if (turn % 3 === 0) {
        const products = [
          {
            id: newId(),
            name: '货',
            unit: '斤',
            photos: [],
            skus: [{ id: newId(), price: 100, stock: 1 }],
            onSale: true,
          },
        ]
        return (await client.json('PUT', `/api/shops/${newId()}`, { trade: 'nuts', products }, token)).status
      }
      // other bytes after the picture make another content
      const { body, headers } = form(Buffer.concat([picture, Buffer.from(String(turn))]), token)
      return (await client.send('PUT', `/api/photos/${newId()}`, headers, body)).status
    })
    return async () => {
      const statuses = await stop()
      client.close()
      return statuses
    }
  },
}
