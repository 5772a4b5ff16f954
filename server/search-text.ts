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

const MAX_REMEMBERED = 2000

/** The forms of texts: those of a shop's goods are needed again with each order. */
const remembered = new Map<string, readonly [plain: string, initials: string]>()

/** A text in the form in which texts are compared, and the first letters of its pinyin: 核桃 → "ht"; empty without Chinese characters. */
function formsOf(text: string): readonly [plain: string, initials: string] {
  const known = remembered.get(text)
  if (known) return known
  const plain = normalizeSearch(text)
  const forms = [plain, HAN.test(plain) ? plain.replace(EACH_HAN, initialOf) : ''] as const
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(text, forms)
  return forms
}

/** The first letters of the pinyin of a text: 核桃 → "ht"; empty without Chinese characters. */
export const pinyinInitials = (text: string): string => formsOf(text)[1]

/** The text by which something is found: its texts in the form in which they are compared, and their pinyin initials. */
export function searchTextOf(texts: readonly string[]): string {
  const forms = texts.map(formsOf)
  const all = [...forms.map(([plain]) => plain), ...forms.map(([, initials]) => initials)]
  return [...new Set(all)].filter(Boolean).join('\n')
}

/** The pattern by which SQL's LIKE finds a normalized text; letters, digits and nothing else need no escape. */
export const likePattern = (normalized: string): string => `%${normalized}%`
