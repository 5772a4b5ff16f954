import type { TSchema } from '@sinclair/typebox'

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const within = (size: number, min = 0, max = Number.POSITIVE_INFINITY) => size >= min && size <= max

function objectMatches(schema: TSchema, value: unknown): boolean {
  if (!isObject(value)) return false
  const known: Record<string, TSchema> = schema.properties ?? {}
  const patterns = Object.entries<TSchema>(schema.patternProperties ?? {})
  const names = Object.keys(value)
  const propertyMatches = (name: string) => {
    if (Object.hasOwn(known, name)) return matchesSchema(known[name] as TSchema, value[name])
    const pattern = patterns.find(([pattern]) => new RegExp(pattern, 'u').test(name))
    return pattern ? matchesSchema(pattern[1], value[name]) : schema.additionalProperties !== false
  }
  return (
    (schema.required ?? []).every((name: string) => Object.hasOwn(value, name)) &&
    within(names.length, schema.minProperties, schema.maxProperties) &&
    names.every(propertyMatches)
  )
}

function arrayMatches(schema: TSchema, value: unknown): boolean {
  if (!Array.isArray(value) || !within(value.length, schema.minItems, schema.maxItems)) return false
  const hasDuplicates = schema.uniqueItems && new Set(value).size < value.length
  return !hasDuplicates && value.every((one) => matchesSchema(schema.items, one))
}

const textMatches = (schema: TSchema, value: unknown): boolean =>
  typeof value === 'string' &&
  within([...value].length, schema.minLength, schema.maxLength) &&
  new RegExp(schema.pattern ?? '', 'u').test(value)

/** Returns true if a value matches a schema. A second implementation, independent of the server’s validator. */
export function matchesSchema(schema: TSchema, value: unknown): boolean {
  const oneOf: TSchema[] | undefined = schema.anyOf ?? schema.oneOf
  if (oneOf) return oneOf.some((one) => matchesSchema(one, value))
  if (schema.const !== undefined) return value === schema.const
  if (schema.enum) return schema.enum.includes(value)
  if (schema.type === 'object') return objectMatches(schema, value)
  if (schema.type === 'array') return arrayMatches(schema, value)
  if (schema.type === 'string') return textMatches(schema, value)
  if (schema.type === 'boolean') return typeof value === 'boolean'
  if (schema.type === 'integer')
    return Number.isInteger(value) && within(Number(value), schema.minimum, schema.maximum)
  return true
}
