import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { routes } from '@/contract/routes'
import { fitText } from '@/domain/text'
import { fits } from '../server/generated/fits'
import { harmless, hostile, unfit, unseen } from '../server/generated/odd-texts'

interface Place {
  where: string
  schema: TSchema
}

/** Every text in a schema, with where it is. */
function textsIn(schema: TSchema | undefined, where: string): Place[] {
  if (!schema) return []
  if (schema.type === 'string' && !schema.enum && schema.const === undefined) return [{ where, schema }]
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])]
  return [
    ...inner.flatMap((part: TSchema) => textsIn(part, where)),
    ...Object.entries<TSchema>(schema.properties ?? {}).flatMap(([name, part]) =>
      textsIn(part, `${where}/${name}`),
    ),
  ]
}

const sent = Object.entries<Route>(routes).flatMap(([name, { params, query, body }]) =>
  [params, query, body].flatMap((part) => textsIn(part, name)),
)

test('no text that is sent may hold what is not of text, by itself or within', () => {
  expect(sent.length).toBeGreaterThan(60)
  const taken = sent.flatMap(({ where, schema }) =>
    Object.entries(unfit)
      .filter(([, odd]) =>
        [odd, `字${odd}`, `${odd}字`, `字${odd}字`, `AAAA${odd}AAAAAAAAAAAAAAAAAA`].some((text) =>
          fits(schema, text),
        ),
      )
      .map(([what]) => `${where}: ${what}`),
  )
  expect(taken).toEqual([])
})

const names = sent.filter(({ where }) => /shops\/:shopId\/name$/.test(where))

test('a name has something to see in it, whatever stands around', () => {
  expect(names.length).toBe(1)
  for (const { schema } of names) {
    for (const [what, text] of Object.entries(unseen))
      expect([what, fits(schema, text)]).toEqual([what, false])
    for (const text of Object.values(unseen)) expect(fits(schema, `${text}核桃${text}`)).toBe(true)
    for (const [what, text] of Object.entries(harmless))
      expect([what, fits(schema, text)]).toEqual([what, true])
  }
})

test('what looks hostile is text like any other', () => {
  const notes = sent.filter(({ where }) => where.endsWith('/note'))
  expect(notes.length).toBeGreaterThan(1)
  for (const { schema } of notes)
    for (const text of Object.values(hostile)) expect([text, fits(schema, text)]).toEqual([text, true])
})

test('what a phone sends is fit: odd characters are left out, nothing else is touched', () => {
  for (const text of [...Object.values(harmless), ...Object.values(hostile)]) expect(fitText(text)).toBe(text)
  for (const [what, odd] of Object.entries(unfit)) {
    const space = what === 'tab' ? ' ' : what === 'carriage return' ? '\n' : ''
    expect([what, fitText(`核${odd}桃`)]).toEqual([what, `核${space}桃`])
  }
  expect(fitText('\u202d138 0000 0000\u202c')).toBe('138 0000 0000')
  expect(fitText('上\r\n下')).toBe('上\n下')
})
