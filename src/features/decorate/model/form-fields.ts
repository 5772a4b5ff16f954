import type { TSchema } from '@sinclair/typebox'
import { CONTENT_MARK, dayOrNone, idOrNone } from '@/templates/setting-schemas'

/** The form field of a setting, derived from its schema. */
export type FormField = { name: string } & (
  | { kind: 'choice'; options: string[]; isContent: boolean }
  | { kind: 'text' | 'lines'; max: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'photos'; max: number }
  | { kind: 'day' | 'product' | 'voice' }
)

/** The JSON Schema keywords that section settings use. */
interface JsonSchema {
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

/** The maximum length, in characters, of a text that is edited on one line. */
const MAX_ONE_LINE = 30

function fieldOf(name: string, shape: JsonSchema): FormField | undefined {
  const { pattern, maxLength = 60 } = shape
  if (shape.anyOf?.some(({ properties }) => properties && Object.hasOwn(properties, 'ms')))
    return { name, kind: 'voice' }
  if (shape.anyOf)
    return {
      name,
      kind: 'choice',
      options: shape.anyOf.map((one) => String(one.const)),
      isContent: shape.$comment === CONTENT_MARK,
    }
  if (shape.type === 'integer')
    return { name, kind: 'number', min: shape.minimum ?? 0, max: shape.maximum ?? 99 }
  if (shape.type === 'array' && Object.hasOwn(shape.items?.properties ?? {}, 'hash'))
    return { name, kind: 'photos', max: shape.maxItems ?? 1 }
  if (shape.type !== 'string') return undefined
  if (pattern === idOrNone.pattern) return { name, kind: 'product' }
  if (pattern === dayOrNone.pattern) return { name, kind: 'day' }
  return { name, kind: maxLength <= MAX_ONE_LINE ? 'text' : 'lines', max: maxLength }
}

/** The form fields of a section's settings, in schema order. Settings without a suitable field are left out. */
export const formFieldsOf = (schema: TSchema): FormField[] =>
  Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(
    ([name, shape]) => fieldOf(name, shape) ?? [],
  )
