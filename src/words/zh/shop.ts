/** A shop's name holds 20 characters. */
const LONGEST = 20
const SUFFIX = '小店'

/** What a product is called without its asides: up to the first bracket or stop, if anything stands before it. */
const plainName = (product: string): string =>
  /^[^，。；：、,;:!！（(【[《]+/u.exec(product.trim())?.[0].trim() || product

export const shopWords = {
  /** What a shop is called until its owner says otherwise: after the first thing it sells. */
  defaultName: (product: string): string =>
    Array.from(plainName(product))
      .slice(0, LONGEST - SUFFIX.length)
      .join('') + SUFFIX,
} as const
