import { normalizeSearch } from '@/domain/search'

const HAN = /[\u4e00-\u9fff]/
const EACH_HAN = /[\u4e00-\u9fff]/g

/** Orders Chinese characters by their pinyin. A table of readings would take 25 MB of memory for the same answer. */
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** The letters with which pinyin starts, and the first character of each in the order of the collator. */
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const FIRST_OF_LETTER = [...'吖丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀']

/** Found letters by character. 长 is the one common character that the collator sorts by its rarer reading. */
const found = new Map([['长', 'c']])

function initialOf(character: string): string {
  const known = found.get(character)
  if (known !== undefined) return known
  const after = FIRST_OF_LETTER.findIndex((first) => byPinyin.compare(character, first) < 0)
  const initial = LETTERS.charAt((after < 0 ? LETTERS.length : after) - 1)
  found.set(character, initial)
  return initial
}

/** The first letters of the pinyin of a text: 核桃 → "ht". Empty for a text without Chinese characters. */
const initialsOf = (text: string): string =>
  HAN.test(text) ? normalizeSearch(text).replace(EACH_HAN, initialOf) : ''

/** The text by which something is found: its texts in the form in which they are compared, and their pinyin initials. */
export function searchTextOf(texts: readonly string[]): string {
  const plain = texts.map(normalizeSearch)
  const initials = texts.map(initialsOf)
  return [...new Set([...plain, ...initials])].filter(Boolean).join('\n')
}

/** The pattern by which SQL's LIKE finds a normalized text; letters, digits and nothing else need no escape. */
export const likePattern = (normalized: string): string => `%${normalized}%`
