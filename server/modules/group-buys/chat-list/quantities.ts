import { readNumeral } from './numbers'

/** A quantity in a line. `unit` is absent where none is written; `halves` counts in halves: 半斤 is 1, 一斤半 is 3. */
export interface QuantityToken {
  start: number
  end: number
  halves: number
  unit?: string
}

const WEIGHTS = ['公斤', '千克', 'kg', '斤', '两', '克', 'g'] as const
const COUNTS = [...'袋包盒箱份个只瓶罐桶把捆串条块件提枚板筐篮套单'] as const

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Creates the pattern of quantities for the units that goods have. */
export function quantityPattern(units: readonly string[]): RegExp {
  const all = [...new Set([...units, ...WEIGHTS, ...COUNTS])]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
  const unit = `(${all.join('|')})`
  return new RegExp(
    `[x×*+]\\s*(\\d{1,4})\\s*${unit}?|(\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s*${unit}(半)?|(?![\u4e00-\u9fff\\d.]))|([一二两三四五六七八九十]{1,3})\\s*${unit}(半)?|半\\s*${unit}`,
    'gi',
  )
}

/** Finds the quantities of a line. */
export function findQuantities(text: string, pattern: RegExp): QuantityToken[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [
      all,
      times,
      timesUnit,
      digits,
      digitsUnit,
      digitsHalf,
      numeral,
      numeralUnit,
      numeralHalf,
      halfUnit,
    ] = match
    const place = { start: match.index, end: match.index + all.length }
    const unit = timesUnit ?? digitsUnit ?? numeralUnit ?? halfUnit
    const base = times ?? digits ?? (numeral === undefined ? undefined : readNumeral(numeral))
    if (base === undefined && halfUnit === undefined) return []
    const half = digitsHalf || numeralHalf || halfUnit ? 1 : 0
    return [
      {
        ...place,
        halves: Number(base ?? 0) * 2 + half,
        ...(unit === undefined ? {} : { unit: unit.toLowerCase() }),
      },
    ]
  })
}

/** How many of the first unit one of the second is, for weights. */
const JIN: Record<string, number> = { 斤: 1, 公斤: 2, 千克: 2, kg: 2, 两: 0.1, 克: 0.002, g: 0.002 }

/** The quantity in the unit of goods; `null` when the units do not fit. It may be no integer. */
export function convert({ halves, unit }: QuantityToken, goodsUnit: string): number | null {
  const count = halves / 2
  if (unit === undefined || unit === goodsUnit || unit === '份' || unit === '单') return count
  const [from, to] = [JIN[unit], JIN[goodsUnit]]
  return from === undefined || to === undefined ? null : (count * from) / to
}
