/** Literal JSON, for numbers that JSON.stringify would write differently: `-0`, `1.0`, `1e400`. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** Serializes a value to JSON with each `RawJson` as its literal text. */
export function writeJson(value: unknown): string {
  if (value instanceof RawJson) return value.text
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}:${writeJson(part)}`)
    .join()}}`
}
