import { type GroupBuy, priceOf } from '@/domain/group-buy/group-buy'
import { formatPrice } from '@/domain/money'
import { isSoldOut, leadSku, type Product } from '@/domain/product/product'
import type { Storefront } from '@/features/storefront/use-storefront'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { firstPaintWords } from '@/locales/storefront/first-paint'
import { escapeHtml, escapeJson } from './escape'
import type { ShopUrls } from './shop-urls'

const MAX_OFFERS = 20

const offerFields = (product: Product, productUrl: (id: string) => string) => ({
  '@type': 'Offer',
  price: ((leadSku(product)?.price ?? 0) / 100).toFixed(2),
  priceCurrency: 'CNY',
  availability: `https://schema.org/${isSoldOut(product) ? 'OutOfStock' : 'InStock'}`,
  url: productUrl(product.id),
})

const productFields = ({ name, note }: Product) => ({
  '@type': 'Product',
  name,
  ...(note ? { description: note } : {}),
})

const createOffer = (product: Product, productUrl: (id: string) => string) => ({
  ...offerFields(product, productUrl),
  itemOffered: productFields(product),
})

/** Returns a product's schema.org data for search engines. https://schema.org/Product */
const createProductJsonLd = (
  shop: Storefront['shop'],
  product: Product,
  urls: ShopUrls,
  image: string,
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  ...productFields(product),
  image,
  ...(leadSku(product)
    ? {
        offers: {
          ...offerFields(product, urls.productUrl),
          seller: { '@type': 'Store', name: shop.name, url: urls.url },
        },
      }
    : {}),
})

/** Returns a shop's schema.org data with its offers for search engines. https://schema.org/Store */
function createShopJsonLd({ shop, products }: Storefront, urls: ShopUrls): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Store',
    name: shop.name,
    url: urls.url,
    image: urls.picture,
    currenciesAccepted: 'CNY',
    ...(shop.phone ? { telephone: shop.phone } : {}),
    ...(shop.place ? { address: shop.place } : {}),
    makesOffer: products
      .filter((product) => product.onSale && leadSku(product))
      .slice(0, MAX_OFFERS)
      .map((product) => createOffer(product, urls.productUrl)),
  }
}

export interface Head {
  title: string
  description: string
  color?: string
  /** Further head elements as HTML. */
  more: string
  /** Data for search engines as HTML, for any place in the page. */
  data?: string
}

const MAX_DESCRIBED = 6

const metaProperty = (name: string, content: string) =>
  `<meta property="${name}" content="${escapeHtml(content)}">`

interface PreviewCard {
  type: 'website' | 'product'
  title: string
  url: string
  picture: string
}

function openGraphTags(
  site: string,
  { type, title, url, picture }: PreviewCard,
  description: string,
): string {
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
  return facts.map(([name, content]) => metaProperty(name, content)).join('')
}

/** Creates a shop's head: title, description, canonical URL, link preview (https://ogp.me) and offers (https://schema.org). */
export function createShopHead(storefront: Storefront, urls: ShopUrls): Head {
  const { shop, look, products } = storefront
  const goods = products.filter(({ onSale }) => onSale).map(({ name }) => name)
  const description = firstPaintWords.describe(shop.place, goods.slice(0, MAX_DESCRIBED), shop.notice)
  const { url, picture } = urls
  return {
    title: shop.name,
    description,
    color: look.theme.brand,
    ...extraTags(
      urls.site,
      { type: 'website', title: shop.name, url, picture },
      description,
      createShopJsonLd(storefront, urls),
    ),
  }
}

/** Creates a product's head: title, price, link preview with `picture`, and its schema.org offer. */
export function createProductHead(
  { shop, look }: Pick<Storefront, 'shop' | 'look'>,
  product: Product,
  urls: ShopUrls,
  picture: string,
): Head {
  const { name, unit, note } = product
  const title = firstPaintWords.product(name, shop.name)
  const description = firstPaintWords.describeProduct(leadSku(product)?.price, unit, note, shop.place)
  const preview: PreviewCard = { type: 'product', title, url: urls.productUrl(product.id), picture }
  const data = createProductJsonLd(shop, product, urls, picture)
  return {
    title,
    description,
    color: look.theme.brand,
    ...extraTags(urls.site, preview, description, data),
  }
}

interface GroupBuyPage {
  shop: Pick<Storefront['shop'], 'name'>
  theme: Storefront['look']['theme']
  groupBuy: GroupBuy
}

/** Creates the head of a group buy: title, description and link preview. Search engines do not index it. */
export function createGroupBuyHead(
  { shop, theme, groupBuy }: GroupBuyPage,
  urls: ShopUrls,
  picture: string,
  now: number,
): Head {
  const { goods, id } = groupBuy
  const title = groupBuyPageWords.shareTitle(groupBuy, shop.name)
  const prices = goods.map((one) => `${one.name} ${formatPrice(priceOf(one))} 元一${one.unit}`)
  const description = [groupBuyPageWords.state(groupBuy, now), ...prices.slice(0, MAX_DESCRIBED)].join('，')
  const preview: PreviewCard = { type: 'website', title, url: `${urls.url}/g/${id}`, picture }
  return {
    ...{ title, description, color: theme.brand },
    more: `${NOINDEX}${openGraphTags(urls.site, preview, description)}`,
  }
}

const NOINDEX = '<meta name="robots" content="noindex">'

const extraTags = (
  site: string,
  preview: PreviewCard,
  description: string,
  data: Record<string, unknown>,
) => ({
  more: `<link rel="canonical" href="${escapeHtml(preview.url)}">${openGraphTags(site, preview, description)}`,
  data: `<script type="application/ld+json">${escapeJson(JSON.stringify(data))}</script>`,
})

const unlistedHead = (title: string): Head => ({
  title,
  description: title,
  more: NOINDEX,
})

export const notFoundHead = unlistedHead(firstPaintWords.gone)

/** The head of the page for a shop that was closed for good. */
export const goneHead = unlistedHead(firstPaintWords.closed)
