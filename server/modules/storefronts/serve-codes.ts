import type { FastifyReply, FastifyRequest } from 'fastify'
import { ID_PATTERN } from '@/domain/id'
import { writeScene } from '@/domain/shop/scene'
import { ApiError } from '../../api-error'
import { shopUrls } from '../../first-paint/shop-urls'
import { resolveOrigin } from '../../http/origin'
import type { AppBase } from '../../server-module'
import { findProduct } from '../products/store'
import { mustFindVisible } from '../shops/store'
import type { CodePicture } from './code-pictures'

const ID = new RegExp(ID_PATTERN)

/** The pages of the mini-program that codes open. */
const SHOP_PAGE = 'pages/storefront/shop'
const PRODUCT_PAGE = 'pages/storefront/product'

interface ShopParams {
  slug: string
}
interface ProductParams extends ShopParams {
  id: string
}

/** Sends a code, which posters of other sites may show, too. */
export const sendCode = (reply: FastifyReply, { png, maxAge }: CodePicture): FastifyReply =>
  reply
    .headers({
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': `public, max-age=${maxAge}`,
    })
    .type('image/png')
    .send(png)

/** Serves the pictures of codes, which posters show: those of shops, and of products that are on sale. */
export function serveCodes({ app, codes, deps, limits }: Pick<AppBase, 'app' | 'codes' | 'deps' | 'limits'>) {
  const { db, settings } = deps
  const urlsOf = (request: FastifyRequest, slug: string) => shopUrls(resolveOrigin(settings, request), slug)

  app.get<{ Params: ShopParams }>('/s/:slug/code.png', async (request, reply) => {
    await limits.visit('GET /api/storefronts/:slug', request)
    const { slug } = request.params
    await mustFindVisible(db.query, slug)
    const target = { page: SHOP_PAGE, scene: writeScene({ slug }) }
    return sendCode(reply, await codes.read(target, urlsOf(request, slug).url))
  })

  app.get<{ Params: ProductParams }>('/s/:slug/p/:id/code.png', async (request, reply) => {
    await limits.visit('GET /api/storefronts/:slug', request)
    const { slug, id } = request.params
    const shopId = await mustFindVisible(db.query, slug)
    const product = ID.test(id) ? await findProduct(db.query, shopId, id) : undefined
    if (!product?.onSale) throw new ApiError('not-found')
    const target = { page: PRODUCT_PAGE, scene: writeScene({ slug, id }) }
    return sendCode(reply, await codes.read(target, urlsOf(request, slug).productUrl(id)))
  })
}
