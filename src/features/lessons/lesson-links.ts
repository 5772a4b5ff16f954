import { webOrigin } from '@/platform/network/web-origin'

/** The address that opens the page for joining with a lesson's number filled in. */
export const joinLink = (number: string): string => `${webOrigin()}/lesson?n=${number}`

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '')

/** The addresses that people type by hand. */
export const typedAddress = {
  join: () => withoutScheme(`${webOrigin()}/lesson`),
  board: () => withoutScheme(`${webOrigin()}/board`),
} as const
