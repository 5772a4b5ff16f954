import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { apiBase } from '../network/api-base'

/** The URL of a server file (`/photos/…`), or of its copy in a compiled site. */
export const assetUrl = (path: string): string => embeddedShop()?.pictures?.[path] ?? `${apiBase()}${path}`

/** On H5 `assetUrl` already returns the embedded picture. */
export const embeddedPicture = (_src: string | undefined): string | undefined => undefined

/** Props of an Image besides its source: the alternative text and native lazy loading. */
export const imageProps = (alt: string, lazy: boolean): Record<string, unknown> => ({
  imgProps: { alt, decoding: 'async', ...(lazy ? { loading: 'lazy' } : {}) },
})
