/** A shop's name holds 20 characters. */
const LONGEST = 20
const SUFFIX = '小店'

export const shopWords = {
  /** What a shop is called until its owner says otherwise: after the first thing it sells. */
  defaultName: (product: string): string =>
    Array.from(product)
      .slice(0, LONGEST - SUFFIX.length)
      .join('') + SUFFIX,
} as const
