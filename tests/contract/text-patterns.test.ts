import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { routes } from '@/contract/routes'
import { sanitizeText } from '@/domain/text'
import { matchesSchema } from '../server/generated/matches-schema'
import {
  blankTexts,
  forbiddenCharacters,
  harmless,
  hostile,
} from '../server/generated/requests/unusual-texts'

interface TextField {
  where: string
  schema: TSchema
}

/** Returns every string schema within a schema, with its path. */
function findTextFields(schema: TSchema | undefined, where: string): TextField[] {
  if (!schema) return []
  if (schema.type === 'string' && !schema.enum && schema.const === undefined) return [{ where, schema }]
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])]
  return [
    ...inner.flatMap((part: TSchema) => findTextFields(part, where)),
    ...Object.entries<TSchema>(schema.properties ?? {}).flatMap(([name, part]) =>
      findTextFields(part, `${where}/${name}`),
    ),
  ]
}

const requestFields = Object.entries<Route>(routes).flatMap(([name, { params, query, body }]) =>
  [params, query, body].flatMap((part) => findTextFields(part, name)),
)

test('no request text accepts forbidden characters, alone or within text', () => {
  expect(requestFields.length).toBeGreaterThan(60)
  const accepted = requestFields.flatMap(({ where, schema }) =>
    Object.entries(forbiddenCharacters)
      .filter(([, odd]) =>
        [odd, `字${odd}`, `${odd}字`, `字${odd}字`, `AAAA${odd}AAAAAAAAAAAAAAAAAA`].some((text) =>
          matchesSchema(schema, text),
        ),
      )
      .map(([what]) => `${where}: ${what}`),
  )
  expect(accepted).toEqual([])
})

const names = requestFields.filter(({ where }) => /shops\/:shopId\/name$/.test(where))

test('a shop name must contain a visible character', () => {
  expect(names.length).toBe(1)
  for (const { schema } of names) {
    for (const [what, text] of Object.entries(blankTexts))
      expect([what, matchesSchema(schema, text)]).toEqual([what, false])
    for (const text of Object.values(blankTexts))
      expect(matchesSchema(schema, `${text}核桃${text}`)).toBe(true)
    for (const [what, text] of Object.entries(harmless))
      expect([what, matchesSchema(schema, text)]).toEqual([what, true])
  }
})

test('a note accepts markup, SQL and other suspicious text', () => {
  const notes = requestFields.filter(({ where }) => where.endsWith('/note'))
  expect(notes.length).toBeGreaterThan(1)
  for (const { schema } of notes)
    for (const text of Object.values(hostile))
      expect([text, matchesSchema(schema, text)]).toEqual([text, true])
})

test('sanitizeText removes forbidden characters and changes nothing else', () => {
  for (const text of [...Object.values(harmless), ...Object.values(hostile)])
    expect(sanitizeText(text)).toBe(text)
  for (const [what, odd] of Object.entries(forbiddenCharacters)) {
    const space = what === 'tab' ? ' ' : what === 'carriage return' ? '\n' : ''
    expect([what, sanitizeText(`核${odd}桃`)]).toEqual([what, `核${space}桃`])
  }
  expect(sanitizeText('\u202d138 0000 0000\u202c')).toBe('138 0000 0000')
  expect(sanitizeText('上\r\n下')).toBe('上\n下')
})
