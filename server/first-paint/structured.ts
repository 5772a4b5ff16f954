import { isSoldOut, leadSku, type Product } from '@/domain/sku'
import type { Storefront } from '@/features/storefront/use-storefront'
import type { ShopPlace } from './shop-place'

/** So many goods are told to search engines. */
const MOST_OFFERS = 20

const priced = (product: Product, productUrl: (id: string) => string) => ({
  '@type': 'Offer',
  price: ((leadSku(product)?.price ?? 0) / 100).toFixed(2),
  priceCurrency: 'CNY',
  availability: `https://schema.org/${isSoldOut(product) ? 'OutOfStock' : 'InStock'}`,
  url: productUrl(product.id),
})

const named = ({ name, note }: Product) => ({
  '@type': 'Product',
  name,
  ...(note ? { description: note } : {}),
})

const offerOf = (product: Product, productUrl: (id: string) => string) => ({
  ...priced(product, productUrl),
  itemOffered: named(product),
})

/** A product for search engines: schema.org's Product with its Offer. https://schema.org/Product */
export const productData = (
  shop: Storefront['shop'],
  product: Product,
  place: ShopPlace,
  image: string,
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  ...named(product),
  image,
  ...(leadSku(product)
    ? {
        offers: {
          ...priced(product, place.productUrl),
          seller: { '@type': 'Store', name: shop.name, url: place.url },
        },
      }
    : {}),
})

/** A shop and its goods for search engines: schema.org's Store with Offers. https://schema.org/Store */
export function structuredData({ shop, products }: Storefront, place: ShopPlace): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Store',
    name: shop.name,
    url: place.url,
    image: place.picture,
    currenciesAccepted: 'CNY',
    ...(shop.phone ? { telephone: shop.phone } : {}),
    ...(shop.place ? { address: shop.place } : {}),
    makesOffer: products
      .filter((product) => product.onSale && leadSku(product))
      .slice(0, MOST_OFFERS)
      .map((product) => offerOf(product, place.productUrl)),
  }
}
