import { GAP, hasNameShape, isRemark, looksLikePlace, MARK } from './receiver-patterns'

export interface Piece {
  text: string
  /** The separator before it; empty for the first piece after a label. */
  gap: string
  /** The field named by a label, or by 收 after a name. */
  label: 'name' | 'address' | undefined
}

const REGION = /([\ue000-\ue004])/
const STRAY_MARKS = /^[)）\]】>》.．。:：!！~·•*#]+|[（(【[<《:：.!！~]+$/g
/** Digits that are neither a phone nor a house number, such as a phone that lacks one. */
const ONLY_DIGITS = /^\d{7,}$/
const ONLY_FULL_STOP = /^([^。]*)。$/

const couldBeName = (text: string) =>
  text.length > 1 && text.length <= 20 && !/\d/.test(text) && (hasNameShape(text) || !looksLikePlace(text))

/** 寄 and 送 after the name in "给……寄". */
const SENT_AFTER = /^(..+)[寄送]$/

/** Splits a marked text into pieces of a name or an address, and remarks for the seller. */
export function splitPieces(marked: string): { pieces: Piece[]; remarks: string[] } {
  const remarks: string[] = []
  const parts = marked.split(REGION)
  const pieces = parts.flatMap((part, at) => {
    if (at % 2 > 0) return []
    const mark = parts[at - 1]
    // a note extends to the end of its line
    const note = mark === MARK.note ? part.split('\n', 1).join() : ''
    const remark = asTyped(note).trim()
    if (remark) remarks.push(remark)
    return piecesOf(part.slice(note.length), mark)
  })
  const isLeftOver = (text: string) => isRemark(text) || ONLY_DIGITS.test(text)
  return { pieces: pieces.filter(({ text }) => !(isLeftOver(text) && remarks.push(text))), remarks }
}

/** Turns the marks inside a remark back into the text they stand for. */
const asTyped = (text: string) => text.replaceAll(MARK.space, ' ').replaceAll(MARK.addressee, '收')

function piecesOf(region: string, mark: string | undefined): Piece[] {
  const pieces: Piece[] = []
  region.split(GAP).forEach((part, at, parts) => {
    const isNamedByLabel = mark === MARK.name && pieces.length === 0
    const typed = part
      .replace(/[\ue005\ue006]/g, (found) => (found === MARK.space ? ' ' : ''))
      .replace(STRAY_MARKS, '')
      .replace(ONLY_FULL_STOP, '$1')
    const text = isNamedByLabel ? typed.replace(SENT_AFTER, '$1') : typed
    if (at % 2 > 0 || !text) return
    const first = pieces.length === 0
    const isNamed = (part.endsWith(MARK.addressee) || isNamedByLabel) && couldBeName(text)
    const label = isNamed ? 'name' : mark === MARK.address ? 'address' : undefined
    pieces.push({ text, gap: first ? '' : (parts[at - 1] ?? ''), label })
  })
  return pieces
}
