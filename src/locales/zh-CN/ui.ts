/** What a price is for: 一斤, or 500克 as it is. */
export const eachWords = (unit: string): string => (/^\d/.test(unit) ? unit : `一${unit}`)

/** How a price is written, and how it is read aloud. */
export const priceWords = {
  sign: '¥',
  tail: (unit: string | undefined, from: boolean) => `${unit ? `/${unit}` : ''}${from ? '起' : ''}`,
  spoken: (yuan: string, unit: string | undefined, from: boolean) =>
    `${yuan}元${unit ? eachWords(unit) : ''}${from ? '起' : ''}`,
} as const
