import type { Receiver } from './receiver'
import { parseReceiver } from './receiver-parse'

type Fields = Required<Receiver>

const fields = ['name', 'phone', 'address'] as const

/** The text to parse after `before` changed to `next`: only the inserted part if it is a second, complete receiver. */
export function latestPaste(before: string, next: string): string {
  const inserted = insertedInto(before, next)
  const found = parseReceiver(inserted)
  const isSecondPerson = found.phone && parseReceiver(before).phone && (found.name || found.address)
  return isSecondPerson ? inserted.trim() : next
}

function insertedInto(before: string, next: string): string {
  if (next.endsWith(before)) return next.slice(0, next.length - before.length)
  let start = 0
  while (start < before.length && before[start] === next[start]) start++
  const rest = before.slice(start)
  return next.endsWith(rest) ? next.slice(start, next.length - rest.length) : ''
}

/**
 * The fields that a paste changes. For another person, fields filled in by a paste or an earlier order (`automatic`)
 * are cleared; typed fields stay.
 */
export function fieldsFromPaste(found: Fields, now: Fields, automatic: Fields): Partial<Fields> {
  const named = fields.filter((field) => found[field])
  const isOtherPerson =
    named.length > 1 &&
    (['name', 'phone'] as const).some((field) => found[field] && found[field] !== now[field])
  const changed = fields.filter((field) => found[field] || (isOtherPerson && now[field] === automatic[field]))
  return Object.fromEntries(changed.map((field) => [field, found[field]]))
}
