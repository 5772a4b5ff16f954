import { pages } from '@/routes'
import { apiBase } from '../network/api-base'

/** A mini-program's pages are not reloaded, and their addresses not seen. */
export const setQueryParam = (_name: string, _value: string | null): void => {}

/** A mini-program's pages have no `#`. */
export const takePathHash = (): string | undefined => undefined

export const pathSlug = (): string | undefined => undefined

/** Whether a route in the stack is a shop's page. */
export const isShopPage = (route: string): boolean => route.replace(/^\//, '') === pages.shop

/** In WeChat people pass on the web address that the server gave; it opens anywhere. */
export const shopLink = (slug: string, serverUrl?: string): string => serverUrl ?? `${apiBase()}/s/${slug}`
