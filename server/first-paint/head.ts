import type { Storefront } from '@/features/storefront/use-storefront'
import { firstPaintWords } from '@/words/zh/first-paint'
import { escapeHtml, escapeJson } from './escape'
import type { ShopPlace } from './shop-place'
import { structuredData } from './structured'

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

function card({ shop }: Storefront, { site, url, picture }: ShopPlace, description: string): string {
  const facts: [string, string][] = [
    ['og:type', 'website'],
    ['og:site_name', site],
    ['og:locale', 'zh_CN'],
    ['og:title', shop.name],
    ['og:description', description],
    ['og:url', url],
    ['og:image', picture],
    ['og:image:type', 'image/jpeg'],
    ['og:image:width', '800'],
    ['og:image:height', '640'],
    ['og:image:alt', shop.name],
  ]
  return facts.map(([name, content]) => property(name, content)).join('')
}

/** A shop's head: its name, what it sells, its one address, its card in chats (ogp.me) and its offers (schema.org). */
export function headOf(storefront: Storefront, place: ShopPlace): Head {
  const { shop, look, products } = storefront
  const goods = products.filter(({ onSale }) => onSale).map(({ name }) => name)
  const description = firstPaintWords.describe(shop.place, goods.slice(0, NAMED), shop.notice)
  const data = escapeJson(JSON.stringify(structuredData(storefront, place)))
  return {
    title: shop.name,
    description,
    colour: look.theme.brand,
    more: `<link rel="canonical" href="${escapeHtml(place.url)}">${card(storefront, place, description)}<script type="application/ld+json">${data}</script>`,
  }
}

/** The head of a page for a shop that is not there: nobody shall keep it. */
export const goneHead: Head = {
  title: firstPaintWords.gone,
  description: firstPaintWords.gone,
  more: '<meta name="robots" content="noindex">',
}
