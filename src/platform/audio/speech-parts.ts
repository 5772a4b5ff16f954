/** Chrome's voices from the network go silent after about 15 seconds; a slow voice says three characters in one. */
export const LONGEST_PART = 40

/** A text in parts that are said one by one: whole sentences where they are short, cut at the last comma where not. */
export function speechParts(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []
  return sentences
    .flatMap((sentence) => shortened(sentence.trim()))
    .filter((part) => /[^\s，。！？；、：…]/.test(part))
}

function shortened(sentence: string): string[] {
  if (sentence.length <= LONGEST_PART) return [sentence]
  const head = sentence.slice(0, LONGEST_PART)
  const comma = Math.max(...['，', '、', '：', ' '].map((sign) => head.lastIndexOf(sign)))
  const end = comma > 0 ? comma + 1 : LONGEST_PART
  return [sentence.slice(0, end).trim(), ...shortened(sentence.slice(end).trim())]
}
