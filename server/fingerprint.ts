import { hash } from 'node:crypto'

/** JSON with every object's fields in the order of their names. */
function sorted(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`
  let fields = ''
  for (const name of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, name)
    if (part !== undefined) fields += `${fields && ','}${JSON.stringify(name)}:${sorted(part)}`
  }
  return `{${fields}}`
}

/** SHA-256 of text or bytes, in hex. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content)

/** Tells requests apart by what they say: the order of an object's fields does not matter. */
export const fingerprint = (request: unknown): string => sha256(sorted(request))
