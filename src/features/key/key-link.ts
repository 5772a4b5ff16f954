import { shopLink } from '@/platform/shop-link'

/** The address that the code on a key's picture holds. The key stands after `#`, which no server is sent. */
export const keyLink = (slug: string, key: string): string =>
  `${shopLink(slug).replace(/\/s\/[^/]*$/, '')}/key#${key}`
