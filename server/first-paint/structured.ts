import { isSoldOut, leadSku, type Product } from '@/domain/sku'
import type { Storefront } from '@/features/storefront/use-storefront'

/** So many goods are told to search engines. */
const MOST_OFFERS = 20

const offerOf = (product: Product, productUrl: (id: string) => string) => ({
  '@type': 'Offer',
  price: ((leadSku(product)?.price ?? 0) / 100).toFixed(2),
  priceCurrency: 'CNY',
  availability: `https://schema.org/${isSoldOut(product) ? 'OutOfStock' : 'InStock'}`,
  url: productUrl(product.id),
  itemOffered: {
    '@type': 'Product',
    name: product.name,
    ...(product.note ? { description: product.note } : {}),
  },
})

/** A shop and its goods for search engines: schema.org's Store with Offers. https://schema.org/Store */
export function structuredData({ shop, products }: Storefront, origin: string): Record<string, unknown> {
  const url = `${origin}/s/${shop.slug}`
  const productUrl = (id: string) => `${origin}/product?slug=${shop.slug}&id=${id}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Store',
    name: shop.name,
    url,
    image: `${url}/share.jpg`,
    currenciesAccepted: 'CNY',
    ...(shop.phone ? { telephone: shop.phone } : {}),
    ...(shop.place ? { address: shop.place } : {}),
    makesOffer: products
      .filter((product) => product.onSale && leadSku(product))
      .slice(0, MOST_OFFERS)
      .map((product) => offerOf(product, productUrl)),
  }
}
