/** The number of digits of a lesson's number. */
export const NUMBER_DIGITS = 4

/** True for a number that a lesson can have. */
export const isLessonNumber = (text: string): boolean => /^[1-9]\d{3}$/.test(text)

/** The number in a scanned text, which is the address in the code of a big screen or the bare number; `null` without one. */
export function numberInScan(text: string): string | null {
  const number = /\/lesson(?:\/join)?\?(?:[^#]*&)?n=(\d+)(?:[&#]|$)/.exec(text)?.[1] ?? text.trim()
  return isLessonNumber(number) ? number : null
}
