import type { Failure } from '@/domain/failure'
import type { FaultField } from './use-checkout-form'

const places: [RegExp, FaultField][] = [
  [/^\/receiver\/name/, 'name'],
  [/^\/receiver\/phone/, 'phone'],
  [/^\/receiver\/address/, 'address'],
  [/^\/lines\/\d+\/date/, 'day'],
]

/** The fields of the form that the server found wrong. */
export const refusedFields = ({ fields = [] }: Failure): FaultField[] =>
  places.filter(([place]) => fields.some(({ path }) => place.test(path))).map(([, field]) => field)
