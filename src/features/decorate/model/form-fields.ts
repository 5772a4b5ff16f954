import type { TSchema } from '@sinclair/typebox'
import { dayOrNone, idOrNone, SAID } from '@/templates/settings-schema'

/** How a setting is asked for, told by its schema. */
export type FormField = { name: string } & (
  | { kind: 'choice'; words: string[]; said: boolean }
  | { kind: 'text' | 'lines'; most: number }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'photos'; most: number }
  | { kind: 'day' | 'product' | 'voice' }
)

/** A schema as JSON says it. */
interface Shape {
  $comment?: string
  type?: string
  pattern?: string
  maxLength?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  anyOf?: { const?: unknown; properties?: object }[]
  items?: { properties?: object }
}

/** So long a text of one line is at most. */
const ONE_LINE = 30

function fieldOf(name: string, shape: Shape): FormField | undefined {
  const { pattern, maxLength = 60 } = shape
  if (shape.anyOf?.some(({ properties }) => properties && Object.hasOwn(properties, 'ms')))
    return { name, kind: 'voice' }
  if (shape.anyOf)
    return {
      name,
      kind: 'choice',
      words: shape.anyOf.map((one) => String(one.const)),
      said: shape.$comment === SAID,
    }
  if (shape.type === 'integer')
    return { name, kind: 'number', least: shape.minimum ?? 0, most: shape.maximum ?? 99 }
  if (shape.type === 'array' && Object.hasOwn(shape.items?.properties ?? {}, 'hash'))
    return { name, kind: 'photos', most: shape.maxItems ?? 1 }
  if (shape.type !== 'string') return undefined
  if (pattern === idOrNone.pattern) return { name, kind: 'product' }
  if (pattern === dayOrNone.pattern) return { name, kind: 'day' }
  return { name, kind: maxLength <= ONE_LINE ? 'text' : 'lines', most: maxLength }
}

/** The form of a section's settings, in the order of its schema. A setting that no form has a field for keeps its value. */
export const fieldsOf = (schema: TSchema): FormField[] =>
  Object.entries((schema.properties ?? {}) as Record<string, Shape>).flatMap(
    ([name, shape]) => fieldOf(name, shape) ?? [],
  )
