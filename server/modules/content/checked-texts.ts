import type { TSchema } from '@sinclair/typebox'
import { HIDDEN_TEXT, TEXT_PLACE, type TextPlace } from '@/domain/content'
import { sectionSchemas } from '@/templates/generated/section-schemas'

/** Returns the text that stands in place of a text; `undefined` leaves it out. */
type EditText = (text: string, place: TextPlace) => string | undefined

/** Returns a value with its texts edited, which is the value itself when none was changed. */
export type EditTexts = (value: unknown, edit: EditText) => unknown

type EditField = (value: unknown, edit: EditText, parent: Readonly<Record<string, unknown>>) => unknown

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const placeOf = (schema: TSchema): TextPlace | undefined => Reflect.get(schema, TEXT_PLACE)

/** Creates a function that edits the texts of values of a schema; `undefined` when the schema has none. */
export function compileTexts(schema: TSchema): EditTexts | undefined {
  const place = placeOf(schema)
  if (place !== undefined && schema.type === 'string')
    return (value, edit) => (typeof value === 'string' ? edit(value, place) : value)
  if (isRecord(schema.properties)) return compileObject(schema)
  if (isRecord(schema.items)) return compileArray(schema.items as TSchema)
  const variants: TSchema[] = schema.anyOf ?? schema.oneOf ?? []
  const edits = variants.flatMap((variant) => compileTexts(variant) ?? [])
  if (edits.length === 0) return undefined
  return (value, edit) => edits.reduce((edited, editVariant) => editVariant(edited, edit), value)
}

/** A section names the schema of its settings by its kind. */
const editSettings: EditField = (settings, edit, { kind }) =>
  typeof kind === 'string' ? (sectionEdits().get(kind)?.(settings, edit) ?? settings) : settings

let editsByKind: Map<string, EditTexts> | undefined

function sectionEdits(): Map<string, EditTexts> {
  editsByKind ??= new Map(
    Object.entries(sectionSchemas).flatMap(([kind, { schema }]) => {
      const edit = compileTexts(schema)
      return edit ? [[kind, edit] as const] : []
    }),
  )
  return editsByKind
}

const compileField = (schema: TSchema): EditField | undefined =>
  placeOf(schema) === 'section' && schema.type === 'object' ? editSettings : compileTexts(schema)

function compileObject({ properties, required = [] }: TSchema): EditTexts | undefined {
  const fields = Object.entries(properties as Record<string, TSchema>).flatMap(([name, schema]) => {
    const edit = compileField(schema)
    return edit ? [{ name, edit, isRequired: (required as string[]).includes(name) }] : []
  })
  if (fields.length === 0) return undefined
  return (value, edit) => {
    if (!isRecord(value)) return value
    let edited = value
    for (const { name, edit: editField, isRequired } of fields) {
      const before = value[name]
      if (before === undefined) continue
      const after = editField(before, edit, value)
      if (after === before) continue
      if (edited === value) edited = { ...value }
      if (after !== undefined || isRequired) edited[name] = after ?? HIDDEN_TEXT
      else delete edited[name]
    }
    return edited
  }
}

function compileArray(items: TSchema): EditTexts | undefined {
  const editItem = compileTexts(items)
  if (!editItem) return undefined
  return (value, edit) => {
    if (!Array.isArray(value)) return value
    const edited = value.map((item: unknown) => editItem(item, edit)).filter((item) => item !== undefined)
    const isSame = edited.length === value.length && edited.every((item, at) => item === value[at])
    return isSame ? value : edited
  }
}

/** A text with its place. */
export interface PlacedText {
  text: string
  place: TextPlace
}

/** Lists the texts of a value, without empty ones. */
export function listTexts(editTexts: EditTexts | undefined, value: unknown): PlacedText[] {
  const found: PlacedText[] = []
  editTexts?.(value, (text, place) => {
    if (text.trim() !== '') found.push({ text, place })
    return text
  })
  return found
}
