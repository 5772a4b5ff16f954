/** A screen without what its first frame omits. */
export interface EarlyPart {
  html: string
  /** The last section that it has below the head, counted from 1; `undefined` when it is the whole screen. */
  lastSection: number | undefined
}

/** Around the sections of a shop below its head. */
const BODY = '<div class="look__body">'
const PRICE = 'class="price'
/** Rendered HTML escapes `>` in attributes, so that a tag ends at the first one. */
const TAG = /<(\/?)([a-z]\w*)[^>]*>/g
const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr'])

/** Returns a screen without the sections that come after the one with the first price. */
export function earlyPart(html: string): EarlyPart {
  const body = html.indexOf(BODY)
  const price = body < 0 ? -1 : html.indexOf(PRICE, body)
  if (price < 0) return { html, lastSection: undefined }
  let depth = 0
  let section = 0
  let early: { end: number; lastSection: number } | undefined
  TAG.lastIndex = body + BODY.length
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    const [text, closing, name = ''] = tag
    if (!closing && depth === 0) section += 1
    if (closing) depth -= 1
    else if (!VOID.has(name) && !text.endsWith('/>')) depth += 1
    if (depth === 0 && tag.index > price) early ??= { end: TAG.lastIndex, lastSection: section }
    // the end of the body
    if (depth < 0)
      return early
        ? { html: html.slice(0, early.end) + html.slice(tag.index), lastSection: early.lastSection }
        : { html, lastSection: undefined }
  }
  return { html, lastSection: undefined }
}
