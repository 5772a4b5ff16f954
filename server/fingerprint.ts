import { hash } from 'node:crypto'

/** Serializes a value as JSON with sorted object keys; undefined fields are left out. */
function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  let fields = ''
  for (const name of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, name)
    if (part !== undefined) fields += `${fields && ','}${JSON.stringify(name)}:${canonicalJson(part)}`
  }
  return `{${fields}}`
}

/** Returns the SHA-256 of text or bytes in hex. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content)

/** Returns a hash of a request's content that does not depend on the order of object keys. */
export const fingerprint = (request: unknown): string => sha256(canonicalJson(request))
