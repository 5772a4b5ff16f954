import { firstPaintWords } from '@/locales/zh-CN/first-paint'

/** Where a shop's page is on the web. */
export interface ShopPlace {
  /** The name of the site that it is part of. */
  site: string
  /** The page's one address. */
  url: string
  /** The picture that chats show. */
  picture: string
  productUrl(id: string): string
}

/** A shop on the server of all shops. */
export const placeAt = (origin: string, slug: string): ShopPlace => ({
  site: firstPaintWords.site,
  url: `${origin}/s/${slug}`,
  picture: `${origin}/s/${slug}/share.jpg`,
  productUrl: (id) => `${origin}/product?slug=${slug}&id=${id}`,
})
