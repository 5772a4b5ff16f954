import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { storage } from '@/platform/storage/storage'
import type { Storefront } from './use-storefront'

/** A storefront as last read, and when (epoch ms). */
export interface CachedStorefront {
  at: number
  storefront: Storefront
}

/**
 * The limits of the cache: the number of shops, and characters per shop. WeChat stores 1 MB a key and 10 MB in all, a browser
 * about 5 MB.
 */
const MAX_SHOPS = 10
const MAX_LENGTH = 250_000

/** The storage key of the cached slugs, latest first. */
const LIST_KEY = 'kept-shops'
const keyOf = (slug: string) => `kept-shop-${slug}`

/** The entries read or written by this page; they stand in if storage is full or forbidden. */
const cache = new Map<string, CachedStorefront | null>()

const otherSlugs = (slug: string) => (storage.get<string[]>(LIST_KEY) ?? []).filter((other) => other !== slug)

/** The storefront that was compiled into an app of this one shop. */
function embeddedStorefront(slug: string): CachedStorefront | null {
  const { slug: embeddedSlug, at = 0, storefront } = embeddedShop() ?? {}
  return embeddedSlug === slug && storefront ? { at, storefront: storefront as Storefront } : null
}

function readCached(slug: string): CachedStorefront | null {
  const stored = storage.get<CachedStorefront>(keyOf(slug))
  const embedded = embeddedStorefront(slug)
  return !stored || (embedded && embedded.at > stored.at) ? embedded : stored
}

/** The later of the cached and the embedded storefront. Returns the same object between calls. */
export function getCachedStorefront(slug: string): CachedStorefront | undefined {
  if (!cache.has(slug)) cache.set(slug, readCached(slug))
  return cache.get(slug) ?? undefined
}

/** Stores an entry; the shops seen longest ago are removed until it fits. */
function write(slug: string, value: CachedStorefront) {
  const slugs = [slug, ...otherSlugs(slug)]
  while (slugs.length > MAX_SHOPS || !storage.set(keyOf(slug), value)) {
    const oldest = slugs.pop()
    if (oldest !== undefined) storage.remove(keyOf(oldest))
    if (slugs.length === 0) break
  }
  storage.set(LIST_KEY, slugs)
}

/** Caches a storefront reply. It holds public data only, nothing about the visitor. */
export function cacheStorefront(slug: string, storefront: Storefront, at: number): void {
  const value = { at, storefront }
  cache.set(slug, value)
  if (JSON.stringify(storefront).length <= MAX_LENGTH) write(slug, value)
}

/** Removes a shop that no longer exists from the cache. */
export function dropCachedStorefront(slug: string): void {
  cache.set(slug, null)
  storage.remove(keyOf(slug))
  storage.set(LIST_KEY, otherSlugs(slug))
}
