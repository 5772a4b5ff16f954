import { firstPaintWords } from '@/locales/storefront/first-paint'

export interface ShopUrls {
  site: string
  url: string
  /** The URL of the picture for link previews. */
  picture: string
  productUrl(id: string): string
}

/** Returns the URLs of a shop on a server with many shops. */
export const shopUrls = (origin: string, slug: string): ShopUrls => ({
  site: firstPaintWords.site,
  url: `${origin}/s/${slug}`,
  picture: `${origin}/s/${slug}/share.jpg`,
  productUrl: (id) => `${origin}/product?slug=${slug}&id=${id}`,
})
