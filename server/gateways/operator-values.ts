import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

export const Pem = Type.String({ pattern: '-----BEGIN ' })

export const Literals = <T extends string>(values: readonly T[]) =>
  Type.Union(values.map((one) => Type.Literal(one)))

/** Checks what an operator has written. @throws Error that names the wrong field and never quotes it. */
export function checkShape<T extends TSchema>(shape: T, value: unknown): Static<T> {
  const [error] = [...Value.Errors(shape, value)]
  if (error) throw new Error(`${error.path || 'it'} is missing or malformed`)
  return value as Static<T>
}

/** Checks that a key can be read. @throws Error that names its field and quotes nothing. */
export function checkKey(path: string, read: () => unknown): void {
  try {
    read()
  } catch {
    throw new Error(`${path} is no key`)
  }
}
