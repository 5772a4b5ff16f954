import type { ShopUrls } from '../../server/first-paint/shop-urls'
import { CompileError } from '../compile-error'

/** Validates `--base`: a path on the host (`/path/`), or better the whole URL (`https://host/path/`). */
export function readBase(text: string): string {
  const absolute = text.startsWith('/') ? `http://host${text}` : text
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || text.startsWith('//'))
    throw new CompileError('usage', `--base "${text}" must be like /shop/ or https://example.org/shop/.`)
  return text.endsWith('/') ? text : `${text}/`
}

/** URL of one shop's site. With several shops each lies in a folder named by its slug. */
export const siteAddress = (base: string, slug: string, isOneOfSeveral: boolean): string =>
  isOneOfSeveral ? `${base}${slug}/` : base

export const compiledSitePlace = (
  base: string,
  { name, slug }: { name: string; slug: string },
): ShopUrls => ({
  site: name,
  url: base,
  picture: `${base}share.jpg`,
  productUrl: (id) => `${base}#/product?slug=${slug}&id=${id}`,
})
