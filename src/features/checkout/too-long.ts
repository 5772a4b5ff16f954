import { countCharacters } from '@/domain/text'
import { checkoutWords } from '@/locales/zh-CN/checkout'

/** Says that a text has more than so many letters, where it has. */
export function tooLong(what: string, text: string, most: number): string | undefined {
  const letters = countCharacters(text)
  return letters > most ? checkoutWords.tooLong(what, most, letters) : undefined
}
