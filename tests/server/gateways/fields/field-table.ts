/** A JSON object. */
export type Message = Record<string, unknown>

/** Who sends or receives a message, and the whole of it. */
interface Context {
  role: string
  message: Message
}

/** When a document requires a field, given the object that contains it. */
export interface Condition {
  isRequired(part: Message, context: Context): boolean
  /** Absent where the field may always be there. */
  isAllowed?(part: Message, context: Context): boolean
}

export interface Limits {
  /** The least and the most characters of a text, the bounds of an integer, or the numbers of entries of a list. A text has at least one. */
  min?: number
  max?: number
  /** `max` counts bytes of UTF-8. */
  inBytes?: true
  pattern?: RegExp
  values?: readonly string[]
  /** The roles that know the field; all by default. */
  roles?: readonly string[]
  /** The document of the field where it is not that of its call. */
  doc?: string
  /** Why no document could be read that says how long a field is, or when it is required. */
  unverified?: string
}

export interface Field extends Limits {
  /** `a.b` for a field of an object, `a[].b` for a field of each entry of a list. */
  path: string
  kind: 'text' | 'integer' | 'flag' | 'object' | 'list' | 'texts' | 'anything'
  need: Condition
}

/** Always required (必填). */
export const must: Condition = { isRequired: () => true }
/** Optional (选填). */
export const may: Condition = { isRequired: () => false }
/** Required if a condition holds, and optional otherwise. */
export const mustIf = (isRequired: Condition['isRequired']): Condition => ({ isRequired })
/** Required if a condition holds, and not allowed otherwise. */
export const onlyIf = (holds: Condition['isRequired']): Condition => ({
  isRequired: holds,
  isAllowed: holds,
})
/** One of two fields is required (二选一). */
export const unless = (other: string): Condition => mustIf((part) => part[other] === undefined)
export const mustFor = (...roles: string[]): Condition => mustIf((_, { role }) => roles.includes(role))

const field =
  (kind: Field['kind']) =>
  (path: string, need: Condition, limits: Limits = {}): Field => ({ path, kind, need, ...limits })

export const text = field('text')
export const integer = field('integer')
export const flag = field('flag')
export const object = field('object')
export const list = field('list')
/** A list of texts, each of which has the limits. */
export const texts = field('texts')
/** A part whose own fields no table describes. */
export const anything = field('anything')

/** Fields under a prefix: `under('amount', …)` puts them into an object. */
export const under = (prefix: string, fields: readonly Field[]): Field[] =>
  fields.map((one) => ({ ...one, path: `${prefix}.${one.path}` }))

/** One call of an interface as its documents describe it. */
export interface Call {
  name: string
  method: 'GET' | 'POST'
  /** With `{name}` for each part that varies. */
  path: string
  /** The document by role; the other roles may not call. */
  docs: Partial<Record<string, string>>
  query?: readonly Field[]
  body?: readonly Field[]
  /** The fields of a reply that is not an error; absent for 204. A file has none. */
  reply?: readonly Field[] | 'file'
  /** True if fields of the body are encrypted: the request names the key that they are encrypted with. */
  isSealed?: true
  /** What could not be read in the cited document. */
  unverified?: string
}

/** One kind of notice as its documents describe it. */
export interface NoticeTable {
  name: string
  events: readonly string[]
  docs: Partial<Record<string, string>>
  /** The fields of its decrypted resource. */
  fields: readonly Field[]
  /** What could not be read in the cited document. */
  unverified?: string
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

export const isMessage = (value: unknown): value is Message =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The fields that a role knows. */
export const fieldsOf = (fields: readonly Field[], role: string): Field[] =>
  fields.filter(({ roles }) => !roles || roles.includes(role))

const isWithin = (count: number, { min = 1, max = Number.POSITIVE_INFINITY }: Field) =>
  count >= min && count <= max

function isText(value: unknown, rule: Field): boolean {
  if (typeof value !== 'string') return false
  const count = rule.inBytes ? Buffer.byteLength(value) : Array.from(value).length
  const isListed = !rule.values || rule.values.includes(value)
  return isWithin(count, rule) && isListed && (rule.pattern?.test(value) ?? true)
}

function isRight(value: unknown, rule: Field): boolean {
  const { kind } = rule
  if (kind === 'text') return isText(value, rule)
  if (kind === 'integer') return Number.isSafeInteger(value) && isWithin(Number(value), { min: 0, ...rule })
  if (kind === 'flag') return typeof value === 'boolean'
  if (kind === 'object') return isMessage(value)
  if (kind === 'anything') return true
  if (kind === 'texts') return Array.isArray(value) && value.every((one) => isText(one, rule))
  return (
    Array.isArray(value) && isWithin(value.length, { ...rule, min: rule.min ?? 0 }) && value.every(isMessage)
  )
}

/**
 * Compares a message with the fields that its document lists. Returns what is wrong: a field that is missing, unknown, or whose type,
 * length or value is not as documented.
 */
export function findErrors(message: unknown, fields: readonly Field[], role: string): string[] {
  if (!isMessage(message)) return ['it is no object']
  const known = fieldsOf(fields, role)
  const context = { role, message }

  const errorsIn = (part: Message, prefix: string, place: string): string[] => {
    const rules = known.filter(({ path }) => parentOf(path) === prefix)
    const isListed = (name: string) => rules.some(({ path }) => nameOf(path) === name)
    const strange = Object.keys(part).filter((name) => !isListed(name))
    return [
      ...strange.map((name) => `${place}${name} is in no document`),
      ...rules.flatMap((rule) => errorsAt(part, rule, `${place}${nameOf(rule.path)}`)),
    ]
  }

  const errorsAt = (part: Message, rule: Field, place: string): string[] => {
    const { need, path, kind } = rule
    const value = part[nameOf(path)]
    if (value === undefined) return need.isRequired(part, context) ? [`${place} is missing`] : []
    if (need.isAllowed && !need.isAllowed(part, context)) return [`${place} is not allowed here`]
    if (!isRight(value, rule)) return [`${place} is wrong: ${JSON.stringify(value)}`]
    if (kind === 'object') return errorsIn(value as Message, path, `${place}.`)
    if (kind === 'list')
      return (value as Message[]).flatMap((entry, at) => errorsIn(entry, `${path}[]`, `${place}[${at}].`))
    return []
  }

  return errorsIn(message, '', '')
}

const isPathOf = (pattern: string, path: string) => {
  const [expected, given] = [pattern.split('/'), path.split('/')]
  return (
    expected.length === given.length &&
    expected.every((part, at) => part.startsWith('{') || part === given[at])
  )
}

/** The table of a request; literal parts of paths win over `{…}`. */
export const findCall = (
  calls: readonly Call[],
  { method, path }: { method: string; path: string },
): Call | undefined =>
  calls.find((call) => call.method === method && call.path === path) ??
  calls.find((call) => call.method === method && isPathOf(call.path, path))
