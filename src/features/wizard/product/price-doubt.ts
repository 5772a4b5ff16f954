import type { Fen } from '@/domain/money'

/** Units that hold much: a box, a table of guests, a room. */
const LARGE = ['箱', '桶', '间', '桌', '套', '床', '件']
const LARGE_LIMIT: Fen = 1_000_000
const LIMIT: Fen = 100_000
const LEAST: Fen = 10

/** A price that is rather a slip of the finger: 1000 yuan a 斤, 10000 a box, or less than a jiao. */
export function looksLikeSlip(fen: Fen, unit: string): boolean {
  return fen < LEAST || fen >= (LARGE.includes(unit) ? LARGE_LIMIT : LIMIT)
}
