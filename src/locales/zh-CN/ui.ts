import { eachWords } from './parts/each'

/** Written and spoken forms of a price. */
export const priceWords = {
  sign: '¥',
  tail: (unit: string | undefined, from: boolean) => `${unit ? `/${unit}` : ''}${from ? '起' : ''}`,
  spoken: (yuan: string, unit: string | undefined, from: boolean) =>
    `${yuan}元${unit ? eachWords(unit) : ''}${from ? '起' : ''}`,
} as const
