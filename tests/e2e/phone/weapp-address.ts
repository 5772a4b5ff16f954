import { customRoutes } from '../../../config/h5-routes'

const SHOP = /^\/s\/([0-9a-z]+)$/

/**
 * Maps an H5 address (`/checkout?slug=…`, `/s/…`, `/key#…`) to a mini-program path. A page path is returned unchanged.
 * Throws for an unknown address.
 */
export function weappAddress(address: string): string {
  const { pathname, search, hash } = new URL(address, 'http://h5')
  if (pathname.startsWith('/pages/')) return pathname + search
  const query = new URLSearchParams(search)
  if (hash) query.set('k', hash.slice(1))
  const slug = SHOP.exec(pathname)?.[1]
  if (slug) query.set('slug', slug)
  const wanted = slug ? '/shop' : pathname === '/' ? '/home' : pathname
  const page = Object.entries(customRoutes).find(([, routes]) => [routes].flat().includes(wanted))?.[0]
  if (!page) throw new Error(`the mini-program has no page for ${address}`)
  const rest = query.toString()
  return `${page}${rest ? `?${rest}` : ''}`
}
