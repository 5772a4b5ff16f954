/** An integer number of fen (1/100 yuan); prices are never floats. */
export type Fen = number

/** The largest price or fee: one million yuan, so that the largest order stays far below 2^53 fen. */
export const MAX_FEN: Fen = 100_000_000

/** Replaces full-width digits by ASCII digits and removes thousands separators ("1,200"). */
const normalizeAmount = (text: string): string => {
  const plain = text.trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  return /^[1-9]\d{0,2}([,，]\d{3})+(\.\d{0,2})?$/.test(plain) ? plain.replace(/[,，]/g, '') : plain
}

/**
 * Parses yuan as typed ("25", "25.5", "35,5", "35。5", "1,200") into fen; `null` if it is no amount with at most two
 * decimals or exceeds `MAX_FEN`.
 */
export function parseYuan(text: string): Fen | null {
  const match = /^(\d{1,7})(?:[.,，。．](\d{0,2}))?$/.exec(normalizeAmount(text))
  if (!match) return null
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return fen <= MAX_FEN ? fen : null
}

/** Formats fen as yuan with two decimals: 2500 → "25.00". For sums and receipts. */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  return `${sign}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** Formats fen as yuan without trailing zeros: 2500 → "25", 2550 → "25.5". For price tags. */
export function formatPrice(fen: Fen): string {
  return formatYuan(fen).replace(/\.?0+$/, '')
}
