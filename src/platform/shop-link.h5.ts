/** The address of a shop that people pass on. */
export const shopLink = (slug: string, _serverUrl?: string): string => `${window.location.origin}/s/${slug}`
