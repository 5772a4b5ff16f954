import type { FastifyInstance } from 'fastify'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { photoCrops, photoWidths } from '@/domain/photo'
import { leadSku, type Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import type { Content } from '../content/content'
import { shareFileName } from '../photos/photo-files'
import { renderPlainPicture, renderShareDrawing } from '../photos/resize-photo'
import { productsPage } from '../products/store'
import { mustFindVisible } from '../shops/store'

const FILE = new RegExp(
  `^[0-9a-f]{32}-(?:(?:${[...photoWidths, ...Object.keys(photoCrops)].join('|')})\\.webp|share\\.jpg)$`,
)

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
  const { items } = await productsPage(db, await mustFindVisible(db, slug), { onSale: true })
  return items
}

/** The photo for a shop's share picture: the first one that is not hidden of the first product with such a photo that can be bought. */
async function leadPhoto(blobs: BlobStore, products: readonly Product[], { hidden }: Content) {
  const photos = products.flatMap((product) => (leadSku(product) ? product.photos : []))
  const lead = photos.find(({ hash }) => !hidden.hidesFile('photo', hash))
  return lead && (await blobs.get(shareFileName(lead.hash)))
}

/** The picture in place of a hidden photo: a plain ground, in the format that its address names. */
const hiddenPicture = (file: string): Promise<Buffer> => {
  const format = file.endsWith('.jpg') ? 'jpeg' : 'webp'
  const known = hiddenPictures.get(format) ?? renderPlainPicture(format)
  hiddenPictures.set(format, known)
  return known
}
const hiddenPictures = new Map<string, Promise<Buffer>>()

/** Serves stored photos, which never change, and each shop's share picture. */
export function servePhotos(
  app: FastifyInstance,
  { blobs, db, drawTrade }: AppDependencies,
  { content, limits }: { content: Content; limits: Limits },
) {
  const renderDrawing = createShareDrawings(drawTrade)

  app.get<{ Params: { file: string } }>('/photos/:file', async ({ params: { file } }, reply) => {
    const type = file.endsWith('.jpg') ? 'image/jpeg' : 'image/webp'
    if (FILE.test(file) && content.hidden.hidesFile('photo', file.slice(0, 32)))
      return reply
        .headers({ ...shown, 'cache-control': 'no-cache' })
        .type(type)
        .send(await hiddenPicture(file))
    const photo = FILE.test(file) ? await blobs.open(file) : undefined
    if (!photo) throw new ApiError('not-found')
    return reply
      .headers({
        ...shown,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': photo.size,
      })
      .type(type)
      .send(photo.stream)
  })

  app.get<{ Params: { slug: string } }>('/s/:slug/share.jpg', async (request, reply) => {
    await limits.visit('GET /api/storefronts/:slug', request)
    const products = await firstProducts(db.query, request.params.slug)
    const photo = await leadPhoto(blobs, products, content)
    return reply
      .headers({ ...shown, 'cache-control': 'public, max-age=300' })
      .type('image/jpeg')
      .send(photo ?? (await renderDrawing(shopDrawing(products.map(({ name }) => name)))))
  })
}
