import { useEffect } from 'react'
import { readKey } from '@/domain/read-key'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** The embedded reply: `undefined` before it is parsed, `null` if there is none. */
let embeddedReply: { key: string; data: unknown } | null | undefined

function parseEmbeddedReply() {
  const text = document.getElementById('first-read')?.textContent
  return text ? (JSON.parse(text) as { key: string; data: unknown }) : null
}

/** The storefront reply in a compiled site. */
function embeddedStorefront(key: string): unknown {
  const shop = embeddedShop()
  if (!shop || key !== readKey('GET /api/storefronts/:slug', { params: { slug: shop.slug } }))
    return undefined
  return shop.storefront
}

/** The reply to an API read that is embedded in the page, by its `readKey`; `undefined` if there is none. */
export function preloadedReply(key: string): unknown {
  if (embeddedReply === undefined) embeddedReply = parseEmbeddedReply()
  return embeddedReply?.key === key ? embeddedReply.data : embeddedStorefront(key)
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
