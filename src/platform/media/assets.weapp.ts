import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { apiBase } from '../network/api-base'

/** The URL of a server file (`/photos/…`). */
export const assetUrl = (path: string): string => `${apiBase()}${path}`

/** The picture inside a single-shop app that is shown until the picture at the server's URL `src` is loaded. */
export function embeddedPicture(src: string | undefined): string | undefined {
  const { api = '', pictures } = embeddedShop() ?? {}
  return src?.startsWith(api) ? pictures?.[src.slice(api.length).replace(/-\d+\.webp$/, '')] : undefined
}

/** Props of an Image besides its source: lazy loading. The wrapper element has the label. */
export const imageProps = (_alt: string, lazy: boolean): Record<string, unknown> =>
  lazy ? { lazyLoad: true } : {}
