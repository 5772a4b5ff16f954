import type { TSchema } from '@sinclair/typebox'
import { matchesSchema } from '../matches-schema'
import { RawJson } from './raw-json'
import { blankTexts, forbiddenCharacters, harmless, hostile } from './unusual-texts'

/** A value with one change: why, and where (a JSON pointer). It may still match its schema. */
export interface MutatedValue {
  why: string
  path: string
  value: unknown
  /** The text that was inserted. */
  text?: string
}

const LONG = 'w'.repeat(50_000)

/** Values of every JSON type, and very large ones. */
const arbitraryValues: Record<string, unknown> = {
  null: null,
  true: true,
  'a number': 0,
  'a fraction': 1.5,
  'no text': '',
  'a text': 'kz-some-text',
  'an empty list': [],
  'an empty object': {},
  'a list of null': [null],
  'a list of 10,000': new RawJson(`[${Array(10_000).fill('1').join()}]`),
  'a list of 3,000 texts': new RawJson(`[${Array(3_000).fill('"kz-some-text"').join()}]`),
  'a deep list': new RawJson(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  'a deep object': new RawJson(`${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`),
  'a long text': LONG,
}

const numbers = (schema: TSchema): Record<string, unknown> => ({
  'less than the least': (schema.minimum ?? Number.MIN_SAFE_INTEGER) - 1,
  'more than the most': (schema.maximum ?? Number.MAX_SAFE_INTEGER) + 1,
  half: (schema.minimum ?? 0) + 0.5,
  'minus zero': new RawJson('-0'),
  'a whole fraction': new RawJson('1.0'),
  'two to the 31st': 2 ** 31,
  'two to the 53rd': new RawJson('9007199254740992'),
  'beyond two to the 64th': new RawJson('36893488147419103232'),
  'a huge number': new RawJson('1e308'),
  'a huge negative number': new RawJson('-1e308'),
  'more than a number holds': new RawJson('1e400'),
  'next to nothing': new RawJson('1e-300'),
  'digits in quotes': '1',
})

function texts(schema: TSchema): Record<string, unknown> {
  const around = Object.entries(forbiddenCharacters).map(([what, odd]) => [`${what} within`, `核${odd}桃`])
  const most: number = schema.maxLength ?? 60
  return {
    ...Object.fromEntries(around),
    ...Object.fromEntries(Object.entries(forbiddenCharacters).map(([what, odd]) => [what, odd])),
    ...blankTexts,
    ...hostile,
    ...harmless,
    'one letter more than the most': '字'.repeat(most + 1),
    'the most letters of four bytes': '𠮷'.repeat(most),
    'one letter of four bytes more': '𠮷'.repeat(most + 1),
  }
}

function lists(schema: TSchema, value: readonly unknown[]): Record<string, unknown> {
  if (value.length === 0) return {}
  const [first] = value
  const most: number = schema.maxItems ?? 50
  return {
    'the same twice': [first, first],
    'one more than the most': Array.from({ length: most + 1 }, () => first),
    'one that is null': [...value, null],
    'a list within': [...value, [first]],
  }
}

const withProperty = (what: string, name: string, value: object, part: unknown): MutatedValue => ({
  why: what,
  path: `/${name.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1')}`,
  value: { ...value, [name]: part },
})

const ODD_NAMES = [
  'unknown',
  'un/known~',
  '',
  '__proto__',
  'constructor',
  'toString',
  'a\u0000b',
  '字',
  'n'.repeat(5000),
]

function* fields(value: Record<string, unknown>): Generator<MutatedValue> {
  for (const name of ODD_NAMES)
    if (!Object.hasOwn(value, name)) yield withProperty('an unknown field', name, value, { admin: true })
  for (const name of Object.keys(value)) {
    const { [name]: _, ...rest } = value
    yield { why: 'a field is missing', path: `/${name}`, value: rest }
    yield {
      why: `${name} is there under another case`,
      path: '',
      value: { ...rest, [name.toUpperCase()]: value[name] },
    }
  }
}

function* replaced(schema: TSchema, value: unknown): Generator<MutatedValue> {
  const kinds = {
    ...arbitraryValues,
    ...(schema.type === 'integer' ? numbers(schema) : {}),
    ...(schema.type === 'string' ? texts(schema) : {}),
    ...(Array.isArray(value) ? lists(schema, value) : {}),
  }
  for (const [why, other] of Object.entries(kinds))
    yield { why, path: '', value: other, ...(typeof other === 'string' ? { text: other } : {}) }
}

const partOf = (schema: TSchema, name: string, value: Record<string, unknown>): TSchema | undefined => {
  const oneOf: TSchema[] = schema.oneOf ?? schema.anyOf ?? [schema]
  const fitting = oneOf.find((one) => matchesSchema(one, value)) ?? schema
  return fitting.properties?.[name]
}

/** Yields mutations of a value, one change at a time. */
export function* mutateValue(schema: TSchema, value: unknown): Generator<MutatedValue> {
  yield* replaced(schema, value)
  if (Array.isArray(value) && value.length > 0) {
    for (const one of mutateValue(schema.items, value[0]))
      yield { ...one, path: `/0${one.path}`, value: [one.value, ...value.slice(1)] }
  } else if (value !== null && typeof value === 'object') {
    const all = value as Record<string, unknown>
    yield* fields(all)
    for (const [name, part] of Object.entries(all)) {
      const inner = partOf(schema, name, all)
      if (inner)
        for (const one of mutateValue(inner, part))
          yield { ...one, path: `/${name}${one.path}`, value: { ...all, [name]: one.value } }
    }
  }
}
