import { leadSku, type Product } from '@/domain/sku'
import type { Storefront } from '@/features/storefront/use-storefront'
import { firstPaintWords } from '@/locales/zh-CN/first-paint'
import { escapeHtml, escapeJson } from './escape'
import type { ShopPlace } from './shop-place'
import { productData, structuredData } from './structured'

/** What stands in a page's head about the page itself. */
export interface Head {
  title: string
  description: string
  /** The colour browsers give their own bar. */
  colour?: string
  /** More elements, as HTML. */
  more: string
}

/** As many goods as a description names. */
const NAMED = 6

const property = (name: string, content: string) =>
  `<meta property="${name}" content="${escapeHtml(content)}">`

interface Card {
  type: 'website' | 'product'
  title: string
  url: string
  picture: string
}

function card(site: string, { type, title, url, picture }: Card, description: string): string {
  const facts: [string, string][] = [
    ['og:type', type],
    ['og:site_name', site],
    ['og:locale', 'zh_CN'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', picture],
    ['og:image:type', 'image/jpeg'],
    ['og:image:width', '800'],
    ['og:image:height', '640'],
    ['og:image:alt', title],
  ]
  return facts.map(([name, content]) => property(name, content)).join('')
}

/** A shop's head: its name, what it sells, its one address, its card in chats (ogp.me) and its offers (schema.org). */
export function headOf(storefront: Storefront, place: ShopPlace): Head {
  const { shop, look, products } = storefront
  const goods = products.filter(({ onSale }) => onSale).map(({ name }) => name)
  const description = firstPaintWords.describe(shop.place, goods.slice(0, NAMED), shop.notice)
  const { url, picture } = place
  return {
    title: shop.name,
    description,
    colour: look.theme.brand,
    more: more(
      place.site,
      { type: 'website', title: shop.name, url, picture },
      description,
      structuredData(storefront, place),
    ),
  }
}

/** A product's head: its name and shop, what it costs, the picture chats show of it, and its offer. */
export function productHeadOf(
  { shop, look }: Pick<Storefront, 'shop' | 'look'>,
  product: Product,
  place: ShopPlace,
  picture: string,
): Head {
  const { name, unit, note } = product
  const title = firstPaintWords.product(name, shop.name)
  const description = firstPaintWords.describeProduct(leadSku(product)?.price, unit, note, shop.place)
  const face: Card = { type: 'product', title, url: place.productUrl(product.id), picture }
  const data = productData(shop, product, place, picture)
  return {
    title,
    description,
    colour: look.theme.brand,
    more: more(place.site, face, description, data),
  }
}

const more = (site: string, face: Card, description: string, data: Record<string, unknown>) =>
  `<link rel="canonical" href="${escapeHtml(face.url)}">${card(site, face, description)}<script type="application/ld+json">${escapeJson(JSON.stringify(data))}</script>`

/** The head of a page for a shop that is not there: nobody shall keep it. */
export const goneHead: Head = {
  title: firstPaintWords.gone,
  description: firstPaintWords.gone,
  more: '<meta name="robots" content="noindex">',
}
