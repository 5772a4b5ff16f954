import { pages } from '@/routes'
import { apiBase } from '../network/api-base'

/** Pages of a mini-program are not reloaded and have no visible address. */
export const setQueryParam = (_name: string, _value: string | null): void => {}

export const pathSlug = (): string | undefined => undefined

export const pathGroupBuy = (): string | undefined => undefined

/** The URL for sharing a group buy. */
export const groupBuyLink = (slug: string, id: string): string => `${apiBase()}/s/${slug}/g/${id}`

/** True if a route of the page stack is a shop's page. */
export const isShopPage = (route: string): boolean => route.replace(/^\//, '') === pages.shop

/** The URL by which others pay an order, in any browser. */
export const payLink = (params: Record<string, string>): string =>
  `${apiBase()}/pay?${Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

/** The URL for sharing a product. */
export const productLink = (slug: string, id: string): string => `${apiBase()}/product?slug=${slug}&id=${id}`

/** The URL for sharing a shop: the web address given by the server, which opens in any app. */
export const shopLink = (slug: string, serverUrl?: string): string => serverUrl ?? `${apiBase()}/s/${slug}`
