import { shopLink } from '@/platform/navigation/url'

const address = (slug: string) => `${shopLink(slug).replace(/\/s\/[^/]*$/, '')}/key`

/** The address to type by hand, as people read it. */
export const keyPage = (slug: string): string => address(slug).replace(/^https?:\/\//, '')

/** The address that the code on a key's picture holds. The key stands after `#`, which no server is sent. */
export const keyLink = (slug: string, key: string): string => `${address(slug)}#${key}`
