import { useEffect } from 'react'
import { readKey } from '@/domain/read-key'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** A storefront reply that is there before the app reads it. */
interface KnownStorefront {
  slug: string
  storefront?: unknown
}

/** The reply that the page of a shop has read while the app loaded, or that of a compiled site. */
function knownStorefront(): KnownStorefront | null {
  const { firstRead } = window as { firstRead?: { slug: string; data: unknown } }
  return firstRead ? { slug: firstRead.slug, storefront: firstRead.data } : embeddedShop()
}

/** The reply to an API read that is there already, by its `readKey`; `undefined` if there is none. */
export function preloadedReply(key: string): unknown {
  const known = knownStorefront()
  if (!known || key !== readKey('GET /api/storefronts/:slug', { params: { slug: known.slug } }))
    return undefined
  return known.storefront
}

/** Removes the server-rendered first screen once this page shows the same content. */
export function useReplaceFirstPaint(ready: boolean) {
  useEffect(() => {
    const replaceFirstPaint: unknown = Reflect.get(window, 'replaceFirstPaint')
    if (ready && typeof replaceFirstPaint === 'function') replaceFirstPaint()
  }, [ready])
}

/** True in the single-page mode of WeChat Moments, without sign-in, navigation and API calls. */
export const singlePage: boolean = false
