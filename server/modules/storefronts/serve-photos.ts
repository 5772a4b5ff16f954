import type { FastifyInstance } from 'fastify'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { leadSku, type Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { shareFileName } from '../photos/photo-files'
import { renderShareDrawing } from '../photos/resize-photo'
import { productsPage } from '../products/store'
import { isVisible, shopIdOfSlug } from '../shops/store'

const FILE = /^[0-9a-f]{32}-(?:(?:375|750|1200)\.webp|share\.jpg)$/

/** Pictures may be embedded by other sites: chat apps and shops' compiled sites. */
const shown = { 'cross-origin-resource-policy': 'cross-origin' }

/** Creates a function that renders the share picture of each drawing once. */
function createShareDrawings(drawTrade: AppDependencies['drawTrade']) {
  const drawings = new Map<Trade, Promise<Buffer>>()
  return (trade: Trade): Promise<Buffer> => {
    const known = drawings.get(trade) ?? renderShareDrawing(drawTrade(trade))
    drawings.set(trade, known)
    return known
  }
}

/** The products on the first page of a shop that is open to buyers. @throws `not-found` */
async function firstProducts(db: Query, slug: string): Promise<Product[]> {
  const shopId = await shopIdOfSlug(db, slug)
  if (shopId === undefined || !(await isVisible(db, shopId))) throw new ApiError('not-found')
  const { items } = await productsPage(db, shopId, { onSale: true })
  return items
}

/** The photo for a shop's share picture: the first one of the first product with a photo that can be bought. */
async function leadPhoto(blobs: BlobStore, products: readonly Product[]) {
  const lead = products.find((product) => product.photos.length > 0 && leadSku(product))
  const hash = lead?.photos[0]?.hash
  return hash === undefined ? undefined : await blobs.get(shareFileName(hash))
}

/** Serves stored photos, which never change, and each shop's share picture. */
export function servePhotos(app: FastifyInstance, { blobs, db, drawTrade }: AppDependencies, limits: Limits) {
  const renderDrawing = createShareDrawings(drawTrade)

  app.get<{ Params: { file: string } }>('/photos/:file', async ({ params: { file } }, reply) => {
    const photo = FILE.test(file) ? await blobs.open(file) : undefined
    if (!photo) throw new ApiError('not-found')
    return reply
      .headers({
        ...shown,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': photo.size,
      })
      .type(file.endsWith('.jpg') ? 'image/jpeg' : 'image/webp')
      .send(photo.stream)
  })

  app.get<{ Params: { slug: string } }>('/s/:slug/share.jpg', async (request, reply) => {
    await limits.visit('GET /api/storefronts/:slug', request)
    const products = await firstProducts(db.query, request.params.slug)
    const photo = await leadPhoto(blobs, products)
    return reply
      .headers({ ...shown, 'cache-control': 'public, max-age=300' })
      .type('image/jpeg')
      .send(photo ?? (await renderDrawing(shopDrawing(products.map(({ name }) => name)))))
  })
}
