/** Longest part in characters. Chrome's network voices stop after about 15 s; slow voices speak 3 characters per second. */
export const LONGEST_PART = 40

/** Splits a text into parts to be spoken one by one: short sentences, or pieces of long ones cut at a comma. */
export function speechParts(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []
  return sentences
    .flatMap((sentence) => splitSentence(sentence.trim()))
    .filter((part) => /[^\s，。！？；、：…]/.test(part))
}

function splitSentence(sentence: string): string[] {
  if (sentence.length <= LONGEST_PART) return [sentence]
  const head = sentence.slice(0, LONGEST_PART)
  const comma = Math.max(...['，', '、', '：', ' '].map((sign) => head.lastIndexOf(sign)))
  const end = comma > 0 ? comma + 1 : LONGEST_PART
  return [sentence.slice(0, end).trim(), ...splitSentence(sentence.slice(end).trim())]
}
