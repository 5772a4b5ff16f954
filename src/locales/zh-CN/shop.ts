/** A shop's name holds 20 characters. */
const LONGEST = 20
const SUFFIX = '小店'

/** Words that praise this year's goods: they fit a product and not the shop that will sell others next year. */
const PRAISE =
  /(?:脆甜|新摘|现摘|刚摘|头茬|新货|新鲜|新挖|现挖|现割|现杀|现做|热乎|当天|今年|安静|干净|实惠|常用|结实|厚实|喜庆)的?/gu

/** What a product is called without its asides: up to the first bracket or stop, if anything stands before it. */
const plainName = (product: string): string =>
  /^[^，。；：、,;:!！（(【[《]+/u.exec(product.trim())?.[0].trim() || product

/** Without praise, and without a shop in its name; all of it where nothing else is left. */
function lastingName(product: string): string {
  const plain = plainName(product).replaceAll(SUFFIX, '')
  return plain.replace(PRAISE, '').trim() || plain.trim()
}

export const shopWords = {
  /** What a shop is called until its owner says otherwise: after the first thing it sells. */
  defaultName: (product: string): string => {
    const name = Array.from(lastingName(product))
    // "百货店" is a shop's name already
    if (name.at(-1) === '店') return name.slice(0, LONGEST).join('')
    return name.slice(0, LONGEST - SUFFIX.length).join('') + SUFFIX
  },
} as const
