import type { Receiver } from './receiver'

/** A phone number with its middle hidden: 138****6021. Prints for sellers and couriers have the whole number. */
export const maskPhone = (phone: string): string => phone.replace(/^(.{3}).+(.{4})$/, '$1****$2')

/** The receiver without what identifies a person: the first character of the name and the last four digits of the phone. */
export function shortenReceiver({ name, phone }: Receiver): Receiver {
  const [first] = name
  return { name: first === undefined ? '' : `${first}**`, phone: `*${phone.slice(-4)}` }
}

/** True for a receiver that was shortened. */
export const isShortened = ({ phone }: Receiver): boolean => phone.startsWith('*')
