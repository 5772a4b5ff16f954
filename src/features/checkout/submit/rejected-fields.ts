import type { Failure, FailureCode } from '@/domain/failure'
import type { CheckoutField } from '../use-checkout-form'

const fieldsByPath: [RegExp, CheckoutField][] = [
  [/^\/receiver\/name/, 'name'],
  [/^\/receiver\/phone/, 'phone'],
  [/^\/receiver\/address/, 'address'],
  [/^\/lines\/\d+\/date/, 'day'],
]

/** Returns the form fields that the server rejected. */
export const rejectedFields = ({ fields = [] }: Failure): CheckoutField[] =>
  fieldsByPath.filter(([pattern]) => fields.some(({ path }) => pattern.test(path))).map(([, field]) => field)

const choicesByCode: Partial<Record<FailureCode, 'slot' | 'payment'>> = {
  'slot-full': 'slot',
  'slot-gone': 'slot',
  'payment-unavailable': 'payment',
}

/** Returns the choice that the shop does not offer any more. */
export const rejectedChoice = ({ code }: Failure): 'slot' | 'payment' | undefined => choicesByCode[code]

/** True if the shop no longer offers the chosen way of delivery. */
export const isKindGone = ({ fields = [] }: Failure): boolean =>
  fields.some(({ path }) => path === '/fulfilment/kind')
