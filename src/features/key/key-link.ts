import { shopLink } from '@/platform/navigation/url'

const address = (slug: string) => `${shopLink(slug).replace(/\/s\/[^/]*$/, '')}/key`

/** The address of the key page to type by hand, without its scheme. */
export const keyPage = (slug: string): string => address(slug).replace(/^https?:\/\//, '')

/** The address in the key card's QR code. The key is in the fragment, which is not sent to a server. */
export const keyLink = (slug: string, key: string): string => `${address(slug)}#${key}`
