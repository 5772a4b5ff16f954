import type { Static } from '@sinclair/typebox'
import type { ReceiverShape } from '@/contract/order/receiver'
import { type Fulfilment, needsAddress } from '../order/fulfilment'
import { countCharacters } from '../text'

export type Receiver = Static<typeof ReceiverShape>

export const receiverFields = ['name', 'phone', 'address'] as const satisfies readonly (keyof Receiver)[]
export type ReceiverField = (typeof receiverFields)[number]

/** Maximum lengths, in characters. */
export const MAX_RECEIVER_LENGTHS = { name: 20, address: 120 } as const

/** A Chinese mobile number (11 digits, prefix 13 to 19) or a landline number with its area code. */
export const PHONE_PATTERN = '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$'

const phonePattern = new RegExp(PHONE_PATTERN)

export const isPhone = (text: string): boolean => phonePattern.test(text)

/** True for a Chinese mobile number; landlines are none. */
export const isMobileNumber = (text: string): boolean => /^1[3-9][0-9]{9}$/.test(text)

/** Removes the country code, spaces, brackets and dashes; a landline keeps the dash after its area code. */
export function normalizePhone(text: string): string {
  const bare = text.replace(/[\s()（）·.]/g, '').replace(/^(\+|00)?86-?(?=[01])/, '')
  return /^1/.test(bare) ? bare.replace(/-/g, '') : bare.replace(/-(?=\d{4}$)/, '')
}

/** Normalizes a typed receiver: trimmed texts, the phone in digits, the address on one line. */
export const normalizeReceiver = ({ name, phone, address }: Required<Receiver>): Required<Receiver> => ({
  name: name.trim(),
  phone: normalizePhone(phone),
  address: address.trim().replace(/\s*\n\s*/g, ' '),
})

/** Groups the digits of a complete or partly typed phone number: 138 0000 0000, 0939 3210000. */
export const groupPhone = (digits: string): string =>
  digits.startsWith('0')
    ? digits.replace(/^(0[12]\d|0\d{3})(?=\d)/, '$1 ')
    : digits.replace(/^(\d{3})(\d{1,4})(\d*)$/, '$1 $2 $3').trim()

/** The fields that are missing or too long for this fulfilment. */
export function invalidReceiverFields(
  { name, phone, address = '' }: Receiver,
  kind: Fulfilment,
): ReceiverField[] {
  const isDelivered = needsAddress(kind)
  const invalid: ReceiverField[] = []
  if ((isDelivered && !name.trim()) || countCharacters(name) > MAX_RECEIVER_LENGTHS.name) invalid.push('name')
  if (!isPhone(phone)) invalid.push('phone')
  if (isDelivered && (address.trim().length < 4 || countCharacters(address) > MAX_RECEIVER_LENGTHS.address))
    invalid.push('address')
  return invalid
}
