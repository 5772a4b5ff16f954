import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { apiBase } from './api-base'

/** The full address of a file on the server, `/photos/…`, or of the same one in the folder of a shop's own site. */
export const assetUrl = (path: string): string => embeddedShop()?.pictures?.[path] ?? `${apiBase()}${path}`
