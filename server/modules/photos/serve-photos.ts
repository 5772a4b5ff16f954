import type { FastifyInstance } from 'fastify'
import { shopDrawing } from '@/domain/goods-drawing'
import { leadSku } from '@/domain/product'
import type { Trade } from '@/domain/trade'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits'
import { productsPage } from '../products/store'
import { findShop, shopIdOfSlug } from '../shops/store'
import { shareFileName } from './photo-files'
import { renderShareDrawing } from './resize-photo'

const FILE = /^[0-9a-f]{32}-(?:(?:375|750|1200)\.webp|share\.jpg)$/

/** Pictures may be embedded by other sites: chat apps and shops' compiled sites. */
const shown = { 'cross-origin-resource-policy': 'cross-origin' }

/** Serves stored photos, which never change, and each shop's share picture. */
export function servePhotos(
  app: FastifyInstance,
  { blobs, db, drawTrade }: AppDependencies,
  limits: Limits,
): void {
  const drawings = new Map<Trade, Promise<Buffer>>()

  function drawn(trade: Trade): Promise<Buffer> {
    const made = drawings.get(trade) ?? renderShareDrawing(drawTrade(trade))
    drawings.set(trade, made)
    return made
  }

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
    const { slug } = request.params
    limits.address('GET /api/storefronts/:slug', request)
    const shopId = await shopIdOfSlug(db.query, slug)
    const shop = shopId === undefined ? undefined : await findShop(db.query, shopId)
    if (!shop || shop.blocked_at !== null) throw new ApiError('not-found')
    const { items } = await productsPage(db.query, shop.shop_id, { onSale: true })
    const lead = items.find((product) => product.photos.length > 0 && leadSku(product))
    const hash = lead?.photos[0]?.hash
    const photo = hash === undefined ? undefined : await blobs.get(shareFileName(hash))
    return reply
      .headers({ ...shown, 'cache-control': 'public, max-age=300' })
      .type('image/jpeg')
      .send(photo ?? (await drawn(shopDrawing(items.map(({ name }) => name)))))
  })
}
