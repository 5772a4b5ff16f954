/** The quantity a price refers to: 一斤, or a unit such as 500克 unchanged. */
export const eachWords = (unit: string): string => (/^\d/.test(unit) ? unit : `一${unit}`)

/** Written and spoken forms of a price. */
export const priceWords = {
  sign: '¥',
  tail: (unit: string | undefined, from: boolean) => `${unit ? `/${unit}` : ''}${from ? '起' : ''}`,
  spoken: (yuan: string, unit: string | undefined, from: boolean) =>
    `${yuan}元${unit ? eachWords(unit) : ''}${from ? '起' : ''}`,
} as const
