const DIGITS: Record<string, number> = {
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}

/** The number of Chinese numerals below a hundred: 十二 → 12, 两 → 2; `undefined` for anything else. */
export function readNumeral(text: string): number | undefined {
  const match = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!text || !match) return undefined
  const [, first, ten, last] = match
  if (!ten) return first && !last ? DIGITS[first] : undefined
  return (first ? (DIGITS[first] ?? 1) : 1) * 10 + (last ? (DIGITS[last] ?? 0) : 0)
}

/** ①…⑳ and 1️⃣ as "1. ", full-width characters as ASCII, without invisible ones. */
export const normalizeChat = (text: string): string =>
  text
    .replace(/[①-⑳]/g, (sign) => `${sign.charCodeAt(0) - 0x245f}. `)
    .replace(/([0-9])\ufe0f?\u20e3(?![0-9]\ufe0f?\u20e3)/g, '$1. ')
    .replace(/\ufe0f?\u20e3/g, '')
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]|\ufe0f/g, '')
