import { eachWords } from './parts/each'
import { translated } from './translation'

/** Written and spoken forms of a price. */
export const priceWords = translated('priceWords', {
  sign: '¥',
  tail: (unit: string | undefined, from: boolean) => `${unit ? `/${unit}` : ''}${from ? '起' : ''}`,
  spoken: (yuan: string, unit: string | undefined, from: boolean) =>
    `${yuan}元${unit ? eachWords(unit) : ''}${from ? '起' : ''}`,
} as const)
