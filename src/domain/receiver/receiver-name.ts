import { hasNameShape, isLandmark, LATIN, looksLikePlace, PROVINCE, SURNAME } from './receiver-patterns'
import type { Piece } from './receiver-pieces'

interface Picked {
  name: string
  /** The text of each piece without the name. */
  places: string[]
}

const isName = ({ text }: Piece) => hasNameShape(text) && !looksLikePlace(text)
const isCommonName = (piece: Piece) => isName(piece) && SURNAME.test(piece.text)

/** Picks the name: a labelled piece first, then one with a common surname, then by the shape and position of a piece. */
export function pickName(pieces: readonly Piece[]): Picked {
  const free = pieces.filter(({ label }) => !label)
  const edges = pieces.length > 1 ? free.filter((_, at) => at === 0 || at === free.length - 1) : []
  const found =
    pieces.find(({ label }) => label === 'name') ??
    free.find(isCommonName) ??
    free.find((piece) => isName(piece) && /[·.．]/.test(piece.text)) ??
    edges.find(({ text }) => LATIN.test(text)) ??
    pieces.find((piece) => piece.gap && isCommonName(piece)) ??
    free.find((piece) => isName(piece) && !isLandmark(piece.text)) ??
    (pieces.length > 1 ? free.find(({ text }) => hasNameShape(text) && SURNAME.test(text)) : undefined)
  const texts = pieces.map(({ text }) => text)
  if (found) return without(texts, pieces.indexOf(found), '', found.text)
  return splitNameFromAddress(texts) ?? shortestAtEdge(texts, pieces, edges) ?? { name: '', places: texts }
}

const without = (texts: readonly string[], at: number, rest: string, name: string): Picked => ({
  name,
  places: texts.map((text, i) => (i === at ? rest : text)),
})

/** The beginning of a region: two or three characters and the word for it, or a county of one character, as 成县. */
const REGION = /^(?![省市县区州旗])(?:[\u4e00-\u9fa5]{2,3}[市县区州旗]|[\u4e00-\u9fa5]县)/

/** The name before a city, county or district without a gap; the longer one where two are possible. */
const nameBeforeRegion = (text: string): string | undefined =>
  [text.slice(0, 3), text.slice(0, 2)].find(
    (name) =>
      SURNAME.test(name) &&
      hasNameShape(name) &&
      !looksLikePlace(name) &&
      // 张家 begins the name of a place
      !name.endsWith('家') &&
      REGION.test(text.slice(name.length)),
  )

/** Splits a name from the address in one piece: before the province or region, or after a house number with a common surname. */
function splitNameFromAddress(texts: readonly string[]): Picked | undefined {
  for (const [at, text] of texts.entries()) {
    const head = text.slice(0, Math.max(0, text.search(PROVINCE)))
    if (hasNameShape(head)) return without(texts, at, text.slice(head.length), head)
    const before = nameBeforeRegion(text)
    if (before) return without(texts, at, text.slice(before.length), before)
    const [, place = '', name = ''] = /^(.*[号组社幢栋楼室院村\d])([\u4e00-\u9fa5]{2,3})$/.exec(text) ?? []
    if (SURNAME.test(name) && !looksLikePlace(name) && !isLandmark(name))
      return without(texts, at, place, name)
  }
  return undefined
}

/** Falls back to the first or last piece: the shorter one that does not look like a place. */
function shortestAtEdge(
  texts: readonly string[],
  pieces: readonly Piece[],
  edges: Piece[],
): Picked | undefined {
  const [shortest] = edges
    .filter(({ text }) => text.length <= 12 && !/\d/.test(text) && !looksLikePlace(text) && !isLandmark(text))
    .sort((a, b) => a.text.length - b.text.length)
  return shortest && without(texts, pieces.indexOf(shortest), '', shortest.text)
}
