import { apiBase } from '../network/api-base'

/** Sets a query parameter of the page's URL without navigating, so that a reload restores it; `null` removes it. */
export function setQueryParam(name: string, value: string | null): void {
  const address = new URL(window.location.href)
  if (value === null) address.searchParams.delete(name)
  else address.searchParams.set(name, value)
  window.history.replaceState(window.history.state, '', address)
}

/** The slug of the path `/s/:slug`, which the router does not pass on. */
export const pathSlug = (): string | undefined => /^\/s\/([0-9a-z]+)/.exec(window.location.pathname)?.[1]

/** The id of the group buy in the path `/s/:slug/g/:id`. */
export const pathGroupBuy = (): string | undefined =>
  /^\/s\/[0-9a-z]+\/g\/([0-9A-Z]{26})$/.exec(window.location.pathname)?.[1]

/** The URL for sharing a group buy. */
export const groupBuyLink = (slug: string, id: string): string =>
  `${window.location.origin}/s/${slug}/g/${id}`

/** True if a route of the page stack is a shop's page; on H5 routes are URL paths. */
export const isShopPage = (route: string): boolean =>
  /^\/(shop|s\/[^/]+|pages\/storefront\/shop)$/.test(route)

/** The URL by which others pay an order, in any browser. */
export const payLink = (params: Record<string, string>): string =>
  `${apiBase() || window.location.origin}/pay?${new URLSearchParams(params)}`

/** The URL for sharing a product. */
export const productLink = (slug: string, id: string): string =>
  `${window.location.origin}/product?slug=${slug}&id=${id}`

/** The URL for sharing a shop. */
export const shopLink = (slug: string, _serverUrl?: string): string => `${window.location.origin}/s/${slug}`
