import { type Fulfilment, needsAddress } from './fulfilment'
import { countCharacters } from './text'

/** Who gets the goods. `address` is one line, as people write it on a parcel. */
export interface Receiver {
  name: string
  phone: string
  address?: string
}

export type ReceiverFault = 'name' | 'phone' | 'address'

/** The most letters of each. */
export const RECEIVER_MOST = { name: 20, address: 120 } as const

/** A Chinese mobile (11 digits from 13 to 19) or a landline with its area code. */
export const PHONE_PATTERN = '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$'

const phonePattern = new RegExp(PHONE_PATTERN)

export const isPhone = (text: string): boolean => phonePattern.test(text)

/** Digits only, without the country code or the spaces people type. */
export function normalPhone(text: string): string {
  const bare = text.replace(/[\s()（）·.]/g, '').replace(/^(\+|00)?86-?(?=[01])/, '')
  return /^1/.test(bare) ? bare.replace(/-/g, '') : bare.replace(/-(?=\d{4}$)/, '')
}

/** A phone number as people read it, also while it is typed: 138 0000 0000, 0939 3210000. */
export const groupPhone = (digits: string): string =>
  digits.startsWith('0')
    ? digits.replace(/^(0[12]\d|0\d{3})(?=\d)/, '$1 ')
    : digits.replace(/^(\d{3})(\d{1,4})(\d*)$/, '$1 $2 $3').trim()

/** What is missing, or too long, before an order can go this way; empty when nothing is. */
export function receiverFaults({ name, phone, address = '' }: Receiver, kind: Fulfilment): ReceiverFault[] {
  const sent = needsAddress(kind)
  const faults: ReceiverFault[] = []
  if ((sent && !name.trim()) || countCharacters(name) > RECEIVER_MOST.name) faults.push('name')
  if (!isPhone(phone)) faults.push('phone')
  if (sent && (address.trim().length < 4 || countCharacters(address) > RECEIVER_MOST.address))
    faults.push('address')
  return faults
}

/** A phone number with its middle hidden: 138****6021. */
export const maskPhone = (text: string): string => text.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
