import { type Field, fieldsOf, isMessage, type Message, nameOf } from './field-table'

/** A copy of a message with one change that its table does not allow. */
interface Mutation {
  /** The field, and what was done to it. */
  title: string
  message: Message
}

/** The objects of a message that a prefix (`a.b`, `a[]`) names. */
function partsAt(message: Message, prefix: string): Message[] {
  if (prefix === '') return [message]
  return prefix.split('.').reduce<Message[]>(
    (parts, step) => {
      const name = step.replace('[]', '')
      return parts.flatMap((part) => part[name]).filter(isMessage)
    },
    [message],
  )
}

const OTHER_TYPES: Record<Field['kind'], unknown> = {
  text: 12_345,
  integer: '12345',
  flag: 'true',
  object: [],
  list: {},
  texts: 'text',
  anything: undefined,
}

/** The values that a field must not have. */
function wrongValues({ kind, min, max, inBytes, values, pattern }: Field): [how: string, value: unknown][] {
  const wrong: [string, unknown][] = kind === 'anything' ? [] : [['of another type', OTHER_TYPES[kind]]]
  wrong.push(['null', null])
  if (kind === 'text') {
    if (min !== 0) wrong.push(['empty', ''])
    if (max) wrong.push(['too long', '9'.repeat(max + 1)])
    if (max && inBytes) wrong.push(['too long in bytes', '长'.repeat(Math.floor(max / 3) + 1)])
    if (values) wrong.push(['no documented value', 'NO_SUCH_VALUE'])
    if (pattern) wrong.push(['of another pattern', '\u0000'])
  }
  if (kind === 'texts' && values) wrong.push(['no documented value', ['NO_SUCH_VALUE']])
  if (kind === 'integer') wrong.push(['no whole number', 1.5], ['negative', -1])
  return kind === 'anything' ? [] : wrong
}

/** All changes of single fields of a message after which it is no longer as documented. */
export function mutate(message: Message, fields: readonly Field[], role: string): Mutation[] {
  return fieldsOf(fields, role).flatMap((rule) => {
    const { path, need } = rule
    const [prefix, name] = [path.slice(0, Math.max(0, path.lastIndexOf('.'))), nameOf(path)]
    const has = (part: Message) => part[name] !== undefined
    const [part] = partsAt(message, prefix).filter(has)
    if (!part) return []
    const change = (how: string, edit: (copy: Message) => void): Mutation => {
      const copy = structuredClone(message)
      const [changed] = partsAt(copy, prefix).filter(has)
      if (changed) edit(changed)
      return { title: `${path} ${how}`, message: copy }
    }
    const remove = (copy: Message) => {
      delete copy[name]
    }
    return [
      change('renamed', (copy) => {
        copy[`${name}_`] = copy[name]
        delete copy[name]
      }),
      ...wrongValues(rule).map(([how, value]) =>
        change(how, (copy) => {
          copy[name] = value
        }),
      ),
      ...(isNeeded() ? [change('removed', remove)] : []),
    ]

    function isNeeded(): boolean {
      const { [name]: _, ...rest } = part as Message
      return need.isRequired(rest, { role, message })
    }
  })
}
