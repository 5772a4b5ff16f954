import type { PlacedSection } from '@/domain/look'
import type { Design } from '../model/design'
import type { Steps } from '../model/undo-history'

type Frame = Omit<Design, 'sections'>

/** Steps as they are kept: what several designs have in common stands there once. */
export interface PackedSteps {
  /** Frames and sections of all designs. */
  pieces: readonly (Frame | PlacedSection)[]
  /** Each design by the places of its pieces: its frame, then its sections. */
  past: readonly number[][]
  now: number[]
  future: readonly number[][]
  about: string
  since: number
}

/** So many characters of steps are kept of one shop. */
export const MOST_KEPT = 60_000

/** What a number of a design's pieces takes, with its comma. */
const A_PLACE = 4

class Box {
  readonly pieces: (Frame | PlacedSection)[] = []
  private readonly places = new Map<unknown, number>()
  private room = MOST_KEPT

  get isFull(): boolean {
    return this.room < 0
  }

  /** A design by the places of its pieces; `null` where there is no room for it, and from then on. */
  put({ sections, ...frame }: Design): number[] | null {
    const { length } = this.pieces
    const places = [frame, ...sections].map((piece) => this.placeOf(piece))
    this.room -= places.length * A_PLACE
    if (!this.isFull) return places
    this.pieces.length = length
    return null
  }

  private placeOf(piece: Frame | PlacedSection): number {
    // most designs share their sections, so few are written out to be compared
    const known = this.places.get(piece)
    if (known !== undefined) return known
    const text = JSON.stringify(piece)
    const place = this.places.get(text) ?? this.pieces.push(piece) - 1
    if (!this.places.has(text)) this.room -= text.length
    this.places.set(piece, place)
    this.places.set(text, place)
    return place
  }
}

/** As many steps as there is room for, the nearest first; `null` where the design itself is too long. */
export function packSteps({ past, now, future, about, since }: Steps): PackedSteps | null {
  const box = new Box()
  const here = box.put(now)
  if (!here) return null
  const back: number[][] = []
  const ahead: number[][] = []
  for (let at = 0; at < Math.max(past.length, future.length); at++) {
    const sides = [
      { design: past.at(-1 - at), into: back },
      { design: future[at], into: ahead },
    ]
    for (const { design, into } of sides) {
      const places = design && box.put(design)
      if (places) into.push(places)
    }
    if (box.isFull) break
  }
  return { pieces: box.pieces, past: back.reverse(), now: here, future: ahead, about, since }
}

/** The steps again; the designs share what they have in common. */
export function unpackSteps({ pieces, past, now, future, about, since }: PackedSteps): Steps {
  const design = ([frame, ...sections]: number[]): Design => ({
    ...(pieces[frame ?? 0] as Frame),
    sections: sections.map((place) => pieces[place] as PlacedSection),
  })
  return { past: past.map(design), now: design(now), future: future.map(design), about, since }
}
