import type { RouteReply } from '@/contract/routes'
import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { priceTag } from '@/templates/goods/price-tag'
import type { PosterFacts, PosterGoods } from '@/ui/drawn-card/poster-card'
import { shownTemplate } from '../look/offered-templates'
import type { OpenedShop } from '../opened-shop'

/** The data of the poster. */
export interface ShopFacts extends PosterFacts {
  slug: string
  url?: string
  trade: Trade
  goods: PosterGoods
}

type ShopReply = RouteReply<'GET /api/shops/:shopId'>

/** Creates the facts from the request this device sent, without waiting for the server. */
export function factsFromRequest({ slug, url, request }: OpenedShop): ShopFacts {
  const product = request.products[0]
  const { theme } = shownTemplate({ trade: request.trade, template: request.template ?? '' })
  return {
    slug,
    ...(url ? { url } : {}),
    name: request.name ?? '',
    place: request.place ?? '',
    ...(request.phone ? { phone: request.phone } : {}),
    trade: request.trade,
    theme,
    goods: {
      name: product?.name ?? '',
      fen: product?.skus[0]?.price ?? 0,
      from: false,
      unit: product?.unit ?? '',
    },
  }
}

/** Creates the facts from the server's reply; `undefined` if the shop has no product. */
export function factsFromReply(
  { shop, look }: ShopReply,
  product: Product | undefined,
): ShopFacts | undefined {
  const tag = product && priceTag(product)
  if (!product || !tag) return undefined
  const { slug, name, place = '', phone, trade } = shop
  const { theme }: Pick<Look, 'theme'> = look
  return {
    ...{ slug, name, place, trade, theme },
    ...(phone ? { phone } : {}),
    goods: { name: product.name, ...tag, unit: product.unit },
  }
}
