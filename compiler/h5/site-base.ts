import type { ShopPlace } from '../../server/first-paint/shop-place'
import { CompileFault } from '../compile-error'

/** `--base`: the folder on its host, `/path/`, or better the whole address of it, `https://host/path/`. */
export function readBase(text: string): string {
  const whole = text.startsWith('/') ? `http://host${text}` : text
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || text.startsWith('//'))
    throw new CompileFault('usage', `--base "${text}" must be like /shop/ or https://example.org/shop/.`)
  return text.endsWith('/') ? text : `${text}/`
}

/** The address of one shop's site: of several compiled at once, each lies in a folder named by its slug. */
export const siteAddress = (base: string, slug: string, isOneOfSeveral: boolean): string =>
  isOneOfSeveral ? `${base}${slug}/` : base

/** A shop on a site of its own. */
export const ownPlace = (base: string, { name, slug }: { name: string; slug: string }): ShopPlace => ({
  site: name,
  url: base,
  picture: `${base}share.jpg`,
  productUrl: (id) => `${base}#/product?slug=${slug}&id=${id}`,
})
