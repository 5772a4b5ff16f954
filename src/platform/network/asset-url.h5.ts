import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { apiBase } from './api-base'

/** The URL of a server file (`/photos/…`), or of its copy in a compiled site. */
export const assetUrl = (path: string): string => embeddedShop()?.pictures?.[path] ?? `${apiBase()}${path}`
