import { apiBase } from './api-base'

/** In WeChat people pass on the web address that the server gave; it opens anywhere. */
export const shopLink = (slug: string, serverUrl?: string): string => serverUrl ?? `${apiBase()}/s/${slug}`
