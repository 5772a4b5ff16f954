import type { DueBuyer } from '@/domain/payment/money-month'
import type { Receiver } from '@/domain/receiver/receiver'

const PHONE_END_LENGTH = 4

/** The name and the end of the phone number, which distinguish a buyer from others without the whole number. */
export const toDebtor = ({ name, phone }: Receiver): DueBuyer['receivers'][number] => ({
  name,
  phoneEnd: phone.slice(-PHONE_END_LENGTH),
})
