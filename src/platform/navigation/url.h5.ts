/**
 * Keeps a part of what is looked at in the page's own address, so that a reload and a shared link lead there again;
 * `null` takes it out.
 */
export function setQueryParam(name: string, value: string | null): void {
  const address = new URL(window.location.href)
  if (value === null) address.searchParams.delete(name)
  else address.searchParams.set(name, value)
  window.history.replaceState(window.history.state, '', address)
}

/** What stands after `#` in the address; taken out of the address bar, for it may be a secret. */
export function takePathHash(): string | undefined {
  const { hash, pathname, search } = window.location
  if (hash.length < 2) return undefined
  window.history.replaceState(window.history.state, '', pathname + search)
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

/** The slug in the address `/s/:slug`, which the router does not hand over. */
export const pathSlug = (): string | undefined => /^\/s\/([0-9a-z]+)/.exec(window.location.pathname)?.[1]

/** Whether a route in the stack is a shop's page; on H5 routes are the addresses people see. */
export const isShopPage = (route: string): boolean =>
  /^\/(shop|s\/[^/]+|pages\/storefront\/shop)$/.test(route)

/** The address of a shop that people pass on. */
export const shopLink = (slug: string, _serverUrl?: string): string => `${window.location.origin}/s/${slug}`
