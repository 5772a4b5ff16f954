import type { PlacedSection } from '@/domain/look/look'
import type { Design } from '../model/design'
import type { UndoHistory } from '../model/undo-history'

type Frame = Omit<Design, 'sections'>

/** An undo history in its stored form: frames and sections that designs share are stored once. */
export interface PackedHistory {
  /** The frames (looks without sections) and sections of all designs. */
  pieces: readonly (Frame | PlacedSection)[]
  /** Each design as indexes into `pieces`: its frame, then its sections. */
  past: readonly number[][]
  now: number[]
  future: readonly number[][]
  about: string
  since: number
}

/** The maximum length of a shop's stored history, in characters. */
export const MAX_CHARACTERS = 60_000

/** The estimated characters of an index with its comma. */
const INDEX_COST = 4

class PiecePool {
  readonly pieces: (Frame | PlacedSection)[] = []
  private readonly indexes = new Map<unknown, number>()
  private remaining = MAX_CHARACTERS

  get isFull(): boolean {
    return this.remaining < 0
  }

  /** Adds a design and returns the indexes of its pieces; `null` once it does not fit. */
  add({ sections, ...frame }: Design): number[] | null {
    const { length } = this.pieces
    const indexes = [frame, ...sections].map((piece) => this.indexOfPiece(piece))
    this.remaining -= indexes.length * INDEX_COST
    if (!this.isFull) return indexes
    this.pieces.length = length
    return null
  }

  private indexOfPiece(piece: Frame | PlacedSection): number {
    // most designs share section objects, so few are serialized for comparison
    const known = this.indexes.get(piece)
    if (known !== undefined) return known
    const text = JSON.stringify(piece)
    const index = this.indexes.get(text) ?? this.pieces.push(piece) - 1
    if (!this.indexes.has(text)) this.remaining -= text.length
    this.indexes.set(piece, index)
    this.indexes.set(text, index)
    return index
  }
}

/** Packs as many steps as fit, those nearest to the current design first; `null` if the design itself does not fit. */
export function packHistory({ past, now, future, about, since }: UndoHistory): PackedHistory | null {
  const pool = new PiecePool()
  const packedNow = pool.add(now)
  if (!packedNow) return null
  const packedPast: number[][] = []
  const packedFuture: number[][] = []
  for (let at = 0; at < Math.max(past.length, future.length); at++) {
    const sides = [
      { design: past.at(-1 - at), into: packedPast },
      { design: future[at], into: packedFuture },
    ]
    for (const { design, into } of sides) {
      const indexes = design && pool.add(design)
      if (indexes) into.push(indexes)
    }
    if (pool.isFull) break
  }
  return {
    pieces: pool.pieces,
    past: packedPast.reverse(),
    now: packedNow,
    future: packedFuture,
    about,
    since,
  }
}

/** Restores the history; its designs share section objects. */
export function unpackHistory({ pieces, past, now, future, about, since }: PackedHistory): UndoHistory {
  const design = ([frame, ...sections]: number[]): Design => ({
    ...(pieces[frame ?? 0] as Frame),
    sections: sections.map((index) => pieces[index] as PlacedSection),
  })
  return { past: past.map(design), now: design(now), future: future.map(design), about, since }
}
