import { useEffect } from 'react'
import { readKey } from '@/domain/read-key'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

let read: { key: string; data: unknown } | null | undefined

function sentAlong() {
  const text = document.getElementById('first-read')?.textContent
  return text ? (JSON.parse(text) as { key: string; data: unknown }) : null
}

/** What a shop's own site has brought along. */
function brought(key: string): unknown {
  const shop = embeddedShop()
  if (!shop || key !== readKey('GET /api/storefronts/:slug', { params: { slug: shop.slug } }))
    return undefined
  return shop.storefront
}

/** What the server sent along with the page as the answer to a read, so that it need not be asked first. */
export function preloadedReply(key: string): unknown {
  if (read === undefined) read = sentAlong()
  return read?.key === key ? read.data : brought(key)
}

/** Makes the server's first screen give way once this page shows the same. */
export function useTakeOver(ready: boolean) {
  useEffect(() => {
    const takeOver: unknown = Reflect.get(window, 'takeOverFirstPaint')
    if (ready && typeof takeOver === 'function') takeOver()
  }, [ready])
}
