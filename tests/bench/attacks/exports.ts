import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { ApiClient, newId } from '../../support/api-client'
import { type Attack, Client, createUploadBody, repeatConcurrently } from './attack'

const CONNECTIONS = 6
/** An account may upload forty a minute. */
const PHOTOS = 36
const PRODUCTS = 400

const uniquePicture = () =>
  sharp(randomBytes(64 * 48 * 3), { raw: { width: 64, height: 48, channels: 3 } })
    .resize(1200, 900)
    .jpeg()
    .toBuffer()

async function expectOk<T>(work: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await work
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** Opens a shop with many products and photos. */
async function openLargeShop(client: Client, owner: ApiClient) {
  const photos: string[] = []
  for (let i = 0; i < PHOTOS; i++) {
    const { body, headers } = createUploadBody(await uniquePicture(), owner.token)
    const id = newId()
    const { status } = await client.send('PUT', `/api/photos/${id}`, headers, body)
    if (status !== 200) throw new Error(`a photo was refused with ${status}`)
    photos.push(id)
  }
  const shop = await owner.openShop([{ name: '货', price: 100, stock: 1 }])
  for (let i = 0; i < PRODUCTS; i++)
    await expectOk(
      owner.send('PUT', `/api/shops/${shop.shopId}/products/${newId()}`, {
        ...{ version: 0, name: `货 ${i}`, unit: '斤', note: '好货'.repeat(40), onSale: true },
        photos: [photos[i % photos.length]],
        skus: [{ id: newId(), price: 100 + i, stock: 10 }],
      }),
    )
  return shop
}

/** Downloads the export of a large shop through one link on six connections, while its owner keeps changing the shop. */
export const exportDownloads: Attack = {
  name: 'exports',
  maxSlowdown: 2,
  async start(server) {
    const client = new Client(server.port, '127.0.0.7')
    const owner = await ApiClient.signIn(server.origin)
    const { shopId, skuIds } = await openLargeShop(client, owner)
    const exports = `/api/shops/${shopId}/exports`
    const { url } = await expectOk(owner.send<{ url: string }>('POST', exports, { id: newId() }))
    const { pathname } = new URL(url)
    return repeatConcurrently(
      CONNECTIONS,
      async (turn) => {
        if (turn % CONNECTIONS === 0)
          await owner.send('POST', `/api/shops/${shopId}/skus/${skuIds[0]}/stock`, { id: newId(), delta: 1 })
        return (await client.send('GET', pathname)).status
      },
      client,
    )
  },
}
