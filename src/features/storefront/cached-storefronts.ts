import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { createLruStorage } from '@/platform/storage/lru-storage'
import type { Storefront } from './use-storefront'

/** A storefront as last read, and when (epoch ms). */
export interface CachedStorefront {
  at: number
  storefront: Storefront
}

/** The maximum length of an entry in characters: WeChat stores 1 MB a key and 10 MB in all, a browser about 5 MB. */
const MAX_LENGTH = 250_000

const storefronts = createLruStorage<CachedStorefront>({
  listKey: 'kept-shops',
  entryPrefix: 'kept-shop-',
  maxEntries: 10,
})

/** The entries read or written by this page; they stand in if storage is full or forbidden. */
const cache = new Map<string, CachedStorefront | null>()

/** The storefront that was compiled into an app of this one shop. */
function embeddedStorefront(slug: string): CachedStorefront | null {
  const { slug: embeddedSlug, at = 0, storefront } = embeddedShop() ?? {}
  return embeddedSlug === slug && storefront ? { at, storefront: storefront as Storefront } : null
}

function readCached(slug: string): CachedStorefront | null {
  const stored = storefronts.get(slug)
  const embedded = embeddedStorefront(slug)
  return !stored || (embedded && embedded.at > stored.at) ? embedded : stored
}

/** The later of the cached and the embedded storefront. Returns the same object between calls. */
export function getCachedStorefront(slug: string): CachedStorefront | undefined {
  if (!cache.has(slug)) cache.set(slug, readCached(slug))
  return cache.get(slug) ?? undefined
}

/** Caches a storefront reply. It holds public data only, nothing about the visitor. */
export function cacheStorefront(slug: string, storefront: Storefront, at: number): void {
  const value = { at, storefront }
  cache.set(slug, value)
  if (JSON.stringify(storefront).length <= MAX_LENGTH) storefronts.set(slug, value)
}

/** Removes a shop that no longer exists from the cache. */
export function dropCachedStorefront(slug: string): void {
  cache.set(slug, null)
  storefronts.remove(slug)
}
