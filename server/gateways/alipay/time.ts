import { OFFSET_MINUTES } from '@/domain/day'

/** Formats epoch milliseconds as Alipay writes times: `2026-11-28 18:30:00` in China. */
export const toTime = (at: number): string =>
  new Date(at + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19).replace('T', ' ')

/** Parses such a time into epoch milliseconds; `undefined` for another text. */
export function toMoment(text: string | undefined): number | undefined {
  const at = Date.parse(`${text?.replace(' ', 'T')}+08:00`)
  return Number.isNaN(at) ? undefined : at
}
