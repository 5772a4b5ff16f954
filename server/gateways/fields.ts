import { OFFSET_MINUTES } from '@/domain/day'
import { GatewayError } from './payment-gateway'

/** A JSON object of a reply or notice, whose fields are checked when they are read. */
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The object at a name; `{}` when there is none. */
export function objectAt(fields: Fields, name: string): Fields {
  const value = fields[name]
  return isFields(value) ? value : {}
}

/** The text at a name; `undefined` when it is absent or empty. */
export function textAt(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The text at a name. @throws GatewayError `unavailable` when it is absent: the reply is not as documented. */
export function requireText(fields: Fields, name: string): string {
  const value = textAt(fields, name)
  if (value === undefined) throw new GatewayError('unavailable', 'BAD_REPLY', `the reply has no ${name}`)
  return value
}

/** The whole number at a name; `undefined` when it is absent. */
export function integerAt(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** The moment (epoch ms) of an RFC 3339 time at a name; `undefined` when it is absent. */
export function momentAt(fields: Fields, name: string): number | undefined {
  const at = Date.parse(textAt(fields, name) ?? '')
  return Number.isNaN(at) ? undefined : at
}

/** The beginning of a text, of at most so many bytes of UTF-8, that ends with a whole character. */
export function clipBytes(text: string, max: number): string {
  let bytes = 0
  return Array.from(text)
    .filter((character) => {
      bytes += Buffer.byteLength(character)
      return bytes <= max
    })
    .join('')
}

/** Formats epoch milliseconds as RFC 3339 in China's time, to the second. */
export const toChinaTime = (at: number): string =>
  `${new Date(at + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)}+08:00`
