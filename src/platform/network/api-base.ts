import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** Origin of the API: an app of one shop is told, the others were built for one. */
export const apiBase = (): string => embeddedShop()?.api ?? API_BASE
