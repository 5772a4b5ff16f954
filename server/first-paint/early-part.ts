/** The beginning of a screen that the first frame shows. */
export interface EarlyPart {
  html: string
  /** The section of the look that ends it, counted from 1; `undefined` when it is the whole screen. */
  lastSection: number | undefined
}

const LOOK = /<div class="look [^>]*>/
const PRICE = 'class="price'
/** Rendered HTML escapes `>` in attributes, so that a tag ends at the first one. */
const TAG = /<(\/?)([a-z]\w*)[^>]*>/g
const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr'])

/** Returns a screen up to the end of the section with its first price. */
export function earlyPart(html: string): EarlyPart {
  const look = LOOK.exec(html)
  const price = look ? html.indexOf(PRICE, look.index) : -1
  if (!look || price < 0) return { html, lastSection: undefined }
  let depth = 0
  let section = 0
  TAG.lastIndex = look.index + look[0].length
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    const [text, closing, name = ''] = tag
    if (VOID.has(name) || text.endsWith('/>')) {
      if (depth === 0) section += 1
    } else if (!closing) {
      if (depth === 0) section += 1
      depth += 1
    } else depth -= 1
    // the end of the look, before which no section shows a price
    if (depth < 0) break
    if (depth === 0 && tag.index > price) return { html: html.slice(0, TAG.lastIndex), lastSection: section }
  }
  return { html, lastSection: undefined }
}
