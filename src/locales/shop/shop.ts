import { translated } from '../translation'

/** Maximum length of a shop's name, in characters. */
const MAX_LENGTH = 20
const SUFFIX = '小店'

/** Advertising words that fit a product, but not a shop that will sell other goods later. */
const PRAISE =
  /(?:脆甜|新摘|现摘|刚摘|头茬|新货|新鲜|新挖|现挖|现割|现杀|现做|热乎|当天|今年|安静|干净|实惠|常用|结实|厚实|喜庆)的?/gu

/** The product name up to the first bracket or punctuation mark, unless that is empty. */
const plainName = (product: string): string =>
  /^[^，。；：、,;:!！（(【[《]+/u.exec(product.trim())?.[0].trim() || product

/** The product name without advertising words and without 小店; unchanged if nothing else would remain. */
function lastingName(product: string): string {
  const plain = plainName(product).replaceAll(SUFFIX, '')
  return plain.replace(PRAISE, '').trim() || plain.trim()
}

export const shopWords = translated('shopWords', {
  /** The default name of a shop, derived from its first product. */
  defaultName: (product: string): string => {
    const name = Array.from(lastingName(product))
    // a name such as "百货店" needs no suffix
    if (name.at(-1) === '店') return name.slice(0, MAX_LENGTH).join('')
    return name.slice(0, MAX_LENGTH - SUFFIX.length).join('') + SUFFIX
  },
} as const)
