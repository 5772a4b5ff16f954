import { pinyin } from 'pinyin-pro'
import { normalizeSearch } from '@/domain/search'

const HAN = /\p{Script=Han}/u

/** The first letters of the pinyin of a text: 核桃 → "ht". Empty for a text without Chinese characters. */
const initialsOf = (text: string): string =>
  HAN.test(text)
    ? normalizeSearch(pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join(''))
    : ''

/** The text by which something is found: its texts in the form in which they are compared, and their pinyin initials. */
export function searchTextOf(texts: readonly string[]): string {
  const plain = texts.map(normalizeSearch)
  const initials = texts.map(initialsOf)
  return [...new Set([...plain, ...initials])].filter(Boolean).join('\n')
}

/** The pattern by which SQL's LIKE finds a normalized text; letters, digits and nothing else need no escape. */
export const likePattern = (normalized: string): string => `%${normalized}%`
