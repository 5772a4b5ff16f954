import type { TSchema } from '@sinclair/typebox'
import { newId } from '../../support/test-environment'
import { matchesSchema } from '../matches-schema'

/** Returns the value for fields of a name where the schema alone is not enough. */
export type KnownValues = (name: string) => unknown

const TEXTS = [
  '13800000000',
  '2026-12-01',
  '#123456',
  'woodgrain',
  '0123abcd',
  'AAAA-AAAA-AAAA-AAAA-AAAA',
  '核桃',
  '000000',
  'AAAAA-AAAAA',
  '2026-12',
  '0123456789abcdef0123456789abcdef',
]

function textFor(schema: TSchema): string {
  const found = [newId(), ...TEXTS].find((text) => matchesSchema(schema, text))
  if (found === undefined) throw new Error(`no sample text fits ${JSON.stringify(schema)}: add one to TEXTS`)
  return found
}

/** The known value of an optional field that requests leave out. */
export const OMITTED = Symbol('omitted')

const objectFor = (schema: TSchema, knownValues: KnownValues) =>
  Object.fromEntries(
    Object.entries<TSchema>(schema.properties ?? {})
      .map(([name, part]) => [name, sampleValue(part, knownValues, name)])
      .filter(([, value]) => value !== OMITTED),
  )

/** Returns a value that matches a schema, with every property; lists have one item. */
export function sampleValue(schema: TSchema, knownValues: KnownValues, name = ''): unknown {
  const given = knownValues(name)
  if (given !== undefined) return given
  const first: TSchema | undefined = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (first) return sampleValue(first, knownValues, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') return objectFor(schema, knownValues)
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems || 1 }, () => sampleValue(schema.items, knownValues))
  if (schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return true
  return textFor(schema)
}
