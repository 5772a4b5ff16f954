import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { newId } from '../../support/api-client'
import { type Attack, Client, createUploadBody, repeatConcurrently } from './attack'

const FILLERS = 12
const SIDE = 1200

/** Uploads unique photos that compress badly and opens shops, as fast as the server accepts them. */
export const storageFill: Attack = {
  name: 'fill',
  async start(server) {
    const client = new Client(server.port, '127.0.0.6')
    const tokens = await client.accounts(FILLERS)
    const picture = await sharp(randomBytes(SIDE * SIDE * 3), {
      raw: { width: SIDE, height: SIDE, channels: 3 },
    })
      .jpeg({ quality: 60 })
      .toBuffer()
    return repeatConcurrently(
      FILLERS,
      async (turn) => {
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
          return (await client.json('PUT', `/api/shops/${newId()}`, { trade: 'nuts', products }, token))
            .status
        }
        // bytes appended to the picture make the content unique
        const { body, headers } = createUploadBody(Buffer.concat([picture, Buffer.from(String(turn))]), token)
        return (await client.send('PUT', `/api/photos/${newId()}`, headers, body)).status
      },
      client,
    )
  },
}
