import type { TSchema } from '@sinclair/typebox'
import { newId } from '../support/world'
import { fits } from './fits'

/** What a field of a name is filled with, where any value of its shape would not do. */
export type Known = (name: string) => unknown

const TEXTS = [
  '13800000000',
  '2026-12-01',
  '#123456',
  'woodgrain',
  '0123abcd',
  'AAAA-AAAA-AAAA-AAAA-AAAA',
  '核桃',
]

function textFor(schema: TSchema): string {
  const found = [newId(), ...TEXTS].find((text) => fits(schema, text))
  if (found === undefined) throw new Error(`no sample text fits ${JSON.stringify(schema)}: add one to TEXTS`)
  return found
}

const objectFor = (schema: TSchema, known: Known) =>
  Object.fromEntries(
    Object.entries<TSchema>(schema.properties ?? {}).map(([name, part]) => [name, sample(part, known, name)]),
  )

/** A value that a schema takes, with every field there is; lists have one item. */
export function sample(schema: TSchema, known: Known, name = ''): unknown {
  const given = known(name)
  if (given !== undefined) return given
  const first: TSchema | undefined = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (first) return sample(first, known, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') return objectFor(schema, known)
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems || 1 }, () => sample(schema.items, known))
  if (schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return true
  return textFor(schema)
}
