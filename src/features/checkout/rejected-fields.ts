import type { Failure } from '@/domain/failure'
import type { CheckoutField } from './use-checkout-form'

const fieldsByPath: [RegExp, CheckoutField][] = [
  [/^\/receiver\/name/, 'name'],
  [/^\/receiver\/phone/, 'phone'],
  [/^\/receiver\/address/, 'address'],
  [/^\/lines\/\d+\/date/, 'day'],
]

/** Returns the form fields that the server rejected. */
export const rejectedFields = ({ fields = [] }: Failure): CheckoutField[] =>
  fieldsByPath.filter(([pattern]) => fields.some(({ path }) => pattern.test(path))).map(([, field]) => field)
