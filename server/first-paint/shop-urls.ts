import { firstPaintWords } from '@/locales/storefront/first-paint'

/** The public URLs of a shop. */
export interface ShopUrls {
  /** The name of the site that the shop belongs to. */
  site: string
  /** The canonical URL of the shop's page. */
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
