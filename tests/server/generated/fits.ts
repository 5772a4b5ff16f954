import type { TSchema } from '@sinclair/typebox'

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const within = (size: number, least = 0, most = Number.POSITIVE_INFINITY) => size >= least && size <= most

function objectFits(schema: TSchema, value: unknown): boolean {
  if (!isObject(value)) return false
  const known: Record<string, TSchema> = schema.properties ?? {}
  const patterns = Object.entries<TSchema>(schema.patternProperties ?? {})
  const names = Object.keys(value)
  const partFits = (name: string) => {
    if (Object.hasOwn(known, name)) return fits(known[name] as TSchema, value[name])
    const fitting = patterns.find(([pattern]) => new RegExp(pattern, 'u').test(name))
    return fitting ? fits(fitting[1], value[name]) : schema.additionalProperties !== false
  }
  return (
    (schema.required ?? []).every((name: string) => Object.hasOwn(value, name)) &&
    within(names.length, schema.minProperties, schema.maxProperties) &&
    names.every(partFits)
  )
}

function arrayFits(schema: TSchema, value: unknown): boolean {
  if (!Array.isArray(value) || !within(value.length, schema.minItems, schema.maxItems)) return false
  const twins = schema.uniqueItems && new Set(value).size < value.length
  return !twins && value.every((one) => fits(schema.items, one))
}

const textFits = (schema: TSchema, value: unknown): boolean =>
  typeof value === 'string' &&
  within([...value].length, schema.minLength, schema.maxLength) &&
  new RegExp(schema.pattern ?? '', 'u').test(value)

/** Whether a value is what a schema of the contract says: written anew, so that the server's validator is judged by another. */
export function fits(schema: TSchema, value: unknown): boolean {
  const oneOf: TSchema[] | undefined = schema.anyOf ?? schema.oneOf
  if (oneOf) return oneOf.some((one) => fits(one, value))
  if (schema.const !== undefined) return value === schema.const
  if (schema.enum) return schema.enum.includes(value)
  if (schema.type === 'object') return objectFits(schema, value)
  if (schema.type === 'array') return arrayFits(schema, value)
  if (schema.type === 'string') return textFits(schema, value)
  if (schema.type === 'boolean') return typeof value === 'boolean'
  if (schema.type === 'integer')
    return Number.isInteger(value) && within(Number(value), schema.minimum, schema.maximum)
  return true
}
