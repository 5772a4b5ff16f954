import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** Origin of the API: from the shop data of a single-shop app, else set at build time. */
export const apiBase = (): string => embeddedShop()?.api ?? API_BASE
