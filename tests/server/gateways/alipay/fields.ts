/** The description of one field in a published document. */
export interface Field {
  type: 'text' | 'list'
  need: 'required' | 'optional' | Condition
  /** The maximum length in characters, of a list that of its text. */
  max?: number
  pattern?: RegExp
  /** All values of an enumeration; of a list, those of its items. */
  values?: readonly string[]
  /** The address of the document. */
  source: string
  /** The part that no source establishes, and why. */
  unverified?: string
}

/** A field that is required in some objects only. */
export interface Condition {
  when: string
  holds(object: Fields): boolean
}

export type Fields = Readonly<Record<string, unknown>>
export type FieldTable = Readonly<Record<string, Field>>

const isRequired = ({ need }: Field, object: Fields): boolean =>
  need === 'required' || (typeof need === 'object' && need.holds(object))

/** The ways in which a value contradicts its description. */
function problemsOfValue({ type, max, pattern, values }: Field, value: unknown): string[] {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (type === 'list' ? !isList : typeof value !== 'string') return [`is no ${type}`]
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const items = typeof value === 'string' ? [value] : (value as string[])
  return [
    ...(max !== undefined && [...text].length > max ? [`is longer than ${max}`] : []),
    ...(pattern && !items.every((item) => pattern.test(item)) ? ['is malformed'] : []),
    ...(values && !items.every((item) => values.includes(item)) ? ['is none of the values'] : []),
  ]
}

/** All contradictions between an object and its table. */
export const problemsOf = (table: FieldTable, object: Fields): string[] => [
  ...Object.keys(object)
    .filter((name) => !Object.hasOwn(table, name))
    .map((name) => `${name} is in no document`),
  ...Object.entries(table).flatMap(([name, field]) => {
    const value = object[name]
    if (value === undefined) return isRequired(field, object) ? [`${name} is missing`] : []
    return problemsOfValue(field, value).map((problem) => `${name} ${problem}`)
  }),
]

/** Texts that violate most patterns. */
const ODD_TEXTS = ['', ' ', '\n', '?', '1'] as const

/** A value of the right type that a field does not allow. */
function wrongValueOf(field: Field, value: unknown): unknown {
  const long = 'x'.repeat((field.max ?? 0) + 1)
  const texts = [...ODD_TEXTS, `${value}?`, ...(field.max === undefined ? [] : [long])]
  const candidates = field.type === 'list' ? texts.map((text) => [text]) : texts
  return candidates.find((one) => problemsOfValue(field, one).length > 0)
}

interface Mutation {
  name: string
  object: Fields
}

/** An object with each of its fields changed once in each way that its table rules out. */
export const mutationsOf = (table: FieldTable, object: Fields): Mutation[] =>
  Object.entries(object).flatMap(([name, value]) => {
    const field = table[name]
    if (!field) return []
    const { [name]: _, ...others } = object
    return [
      { name: `${name} of another type`, object: { ...object, [name]: field.type === 'list' ? 'x' : 7 } },
      { name: `${name} with a wrong value`, object: { ...object, [name]: wrongValueOf(field, value) } },
      { name: `${name} renamed`, object: { ...others, [`${name}_x`]: value } },
      ...(isRequired(field, object) ? [{ name: `${name} removed`, object: others }] : []),
    ]
  })
