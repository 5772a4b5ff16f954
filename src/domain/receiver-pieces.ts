import { GAP, hasNameShape, isRemark, looksLikePlace, MARK } from './receiver-words'

/** A part of a pasted text. */
export interface Piece {
  text: string
  /** What stood before it; nothing before the first piece after a label. */
  gap: string
  /** What a label, or 收 after a name, says it is. */
  label: 'name' | 'address' | undefined
}

const REGION = /([\ue000-\ue004])/
const STRAY_MARKS = /^[)）\]】>》.．。:：!！~·•*#]+|[（(【[<《:：.!！~]+$/g
const ONLY_FULL_STOP = /^([^。]*)。$/

const couldBeName = (text: string) =>
  text.length > 1 && text.length <= 20 && !/\d/.test(text) && (hasNameShape(text) || !looksLikePlace(text))

/** Splits a text with marks into what names a person or a place, and remarks for the seller. */
export function splitPieces(marked: string): { pieces: Piece[]; remarks: string[] } {
  const remarks: string[] = []
  const parts = marked.split(REGION)
  const pieces = parts.flatMap((part, at) => {
    if (at % 2 > 0) return []
    const mark = parts[at - 1]
    // a note goes on to the end of its line
    const noted = mark === MARK.note ? part.split('\n', 1).join() : ''
    if (noted.trim()) remarks.push(noted.trim())
    return piecesOf(part.slice(noted.length), mark)
  })
  return { pieces: pieces.filter(({ text }) => !(isRemark(text) && remarks.push(text))), remarks }
}

function piecesOf(region: string, mark: string | undefined): Piece[] {
  const pieces: Piece[] = []
  region.split(GAP).forEach((part, at, parts) => {
    const text = part
      .replace(/[\ue005\ue006]/g, (found) => (found === MARK.space ? ' ' : ''))
      .replace(STRAY_MARKS, '')
      .replace(ONLY_FULL_STOP, '$1')
    if (at % 2 > 0 || !text) return
    const first = pieces.length === 0
    const isNamed = (part.endsWith(MARK.addressee) || (mark === MARK.name && first)) && couldBeName(text)
    const label = isNamed ? 'name' : mark === MARK.address ? 'address' : undefined
    pieces.push({ text, gap: first ? '' : (parts[at - 1] ?? ''), label })
  })
  return pieces
}
