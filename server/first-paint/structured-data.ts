import { isSoldOut, leadSku, type Product } from '@/domain/product/product'
import type { Storefront } from '@/features/storefront/use-storefront'
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
export const createProductJsonLd = (
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
export function createShopJsonLd({ shop, products }: Storefront, urls: ShopUrls): Record<string, unknown> {
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
