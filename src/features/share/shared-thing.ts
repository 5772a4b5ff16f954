import { shopDrawing } from '@/domain/goods-drawing'
import type { Look } from '@/domain/look'
import { photoPath, sharePhotoPath } from '@/domain/photo'
import { leadSku, type Product } from '@/domain/product'
import type { Shop } from '@/domain/shop'
import { shareWords as words } from '@/locales/share'
import { assetUrl } from '@/platform/media/assets'
import { productLink, shopLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { artUri } from '@/ui/art/art'
import type { PosterFacts } from '@/ui/drawn-card/poster-card'

/** A shop or a product as it is shared. */
export interface SharedThing {
  /** The name on the card, and the line with the price below it. */
  name: string
  line: string
  /** The title of a message in a chat. */
  title: string
  /** The page of a mini-program, and the link for everywhere else. */
  path: string
  link: string
  /** The photo on the card and the poster in its files, the best first, and the drawing that replaces it. */
  pictures: readonly string[]
  drawing: string
  /** A 5:4 picture of the server, for a card that was not drawn. */
  serverPicture: string
  facts: PosterFacts
}

interface Source {
  shop: Shop
  look: Pick<Look, 'theme'>
}

/** What is shared of a product; `undefined` for a product without a price. */
export function sharedProduct({ shop, look }: Source, product: Product): SharedThing | undefined {
  const sku = leadSku(product)
  if (!sku) return undefined
  const { slug } = shop
  const hash = product.photos[0]?.hash
  const pictures = hash === undefined ? [] : [photoPath(hash, 750), sharePhotoPath(hash)].map(assetUrl)
  const { place = '', phone } = shop
  return {
    name: product.name,
    line: words.price(sku.price, product.unit),
    title: words.productTitle(product.name, sku.price, shop.name),
    path: urlOf('product', { slug, id: product.id }),
    link: productLink(slug, product.id),
    pictures,
    drawing: artUri(shopDrawing([product.name])),
    serverPicture: pictures.at(-1) ?? assetUrl(`/s/${slug}/share.jpg`),
    facts: {
      ...{ name: shop.name, place, theme: look.theme },
      ...(phone === undefined ? {} : { phone }),
      ...{ product: product.name, fen: sku.price, unit: product.unit },
    },
  }
}

/** What is shared of a shop: its page, with its first product that has a price. `undefined` for a shop without one. */
export function sharedShop(source: Source, products: readonly Product[]): SharedThing | undefined {
  const { shop } = source
  const lead = products.find(leadSku)
  const thing = lead && sharedProduct(source, lead)
  if (!thing) return undefined
  return {
    ...thing,
    name: shop.name,
    line: `${thing.name} ${thing.line}`,
    title: words.shopTitle(shop.name),
    path: urlOf('shop', { slug: shop.slug }),
    link: shopLink(shop.slug),
    serverPicture: assetUrl(`/s/${shop.slug}/share.jpg`),
  }
}
