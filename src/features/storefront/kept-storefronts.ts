import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { storage } from '@/platform/storage/storage'
import type { Storefront } from './use-storefront'

/** A shop as it was seen last, and when (epoch ms). */
export interface KeptStorefront {
  at: number
  storefront: Storefront
}

/** So many shops are kept, and none that is longer than this: WeChat takes 1 MB a key and 10 MB in all, a browser about 5. */
const MOST_SHOPS = 10
const LONGEST = 250_000

/** The slugs that are kept, the latest first. */
const LIST = 'kept-shops'
const keyOf = (slug: string) => `kept-shop-${slug}`

/** What storage holds, once it was read or written; it stands in where storage is full or forbidden. */
const known = new Map<string, KeptStorefront | null>()

const others = (slug: string) => (storage.get<string[]>(LIST) ?? []).filter((other) => other !== slug)

/** What an app of this one shop was made with. */
function broughtAlong(slug: string): KeptStorefront | null {
  const { slug: own, at = 0, storefront } = embeddedShop() ?? {}
  return own === slug && storefront ? { at, storefront: storefront as Storefront } : null
}

function readKept(slug: string): KeptStorefront | null {
  const seen = storage.get<KeptStorefront>(keyOf(slug))
  const brought = broughtAlong(slug)
  return !seen || (brought && brought.at > seen.at) ? brought : seen
}

/** The shop as this phone saw it last, or as the app has brought it along. The same object between calls. */
export function keptStorefront(slug: string): KeptStorefront | undefined {
  if (!known.has(slug)) known.set(slug, readKept(slug))
  return known.get(slug) ?? undefined
}

/** Puts it away; a full storage lets go of the shops that were seen longest ago. */
function write(slug: string, value: KeptStorefront) {
  const slugs = [slug, ...others(slug)]
  while (slugs.length > MOST_SHOPS || !storage.set(keyOf(slug), value)) {
    const oldest = slugs.pop()
    if (oldest !== undefined) storage.remove(keyOf(oldest))
    if (slugs.length === 0) break
  }
  storage.set(LIST, slugs)
}

/** Keeps a shop as the server has just told it: what everybody may see of it, and nothing of whoever looks. */
export function keepStorefront(slug: string, storefront: Storefront, at: number): void {
  const value = { at, storefront }
  known.set(slug, value)
  if (JSON.stringify(storefront).length <= LONGEST) write(slug, value)
}

/** There is no such shop any more. */
export function forgetStorefront(slug: string): void {
  known.set(slug, null)
  storage.remove(keyOf(slug))
  storage.set(LIST, others(slug))
}
