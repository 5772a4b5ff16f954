import { countCharacters } from '@/domain/text'
import { checkoutWords } from '@/locales/order/checkout'

/** Returns an error message if a text has more than `max` characters. */
export function lengthError(label: string, text: string, max: number): string | undefined {
  const count = countCharacters(text)
  return count > max ? checkoutWords.tooLong(label, max, count) : undefined
}
