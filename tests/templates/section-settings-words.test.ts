import type { TSchema } from '@sinclair/typebox'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'
import type { SettingsByKind } from '@/templates/section-kinds'
import { sectionKinds, sectionSchemas } from '@/templates/section-schemas'

/** A setting with fixed choices needs a word for each choice; any other needs a label. */
type FieldWords<Value> = [Value] extends [string]
  ? string extends Value
    ? { label: string }
    : { label: string; choices: Record<Value, string> }
  : { label: string }

type Words = {
  [K in keyof SettingsByKind]: {
    title: string
    hint: string
    fields: { [F in keyof SettingsByKind[K]]-?: FieldWords<SettingsByKind[K][F]> }
  }
}

/** Type-checks that every kind, field and choice has its words. */
const words: Words = sectionSettingWords

interface FieldLabel {
  label: string
  choices?: Record<string, string>
}

describe.each(sectionKinds)('words of %s', (kind) => {
  const { title, hint, fields } = words[kind]
  const { properties } = sectionSchemas[kind].schema as TSchema & { properties: Record<string, TSchema> }

  it('name the section, each of its settings and each choice', () => {
    expect(title && hint).toBeTruthy()
    expect(Object.keys(fields).sort()).toEqual(Object.keys(properties).sort())
    for (const [name, { label, choices }] of Object.entries(fields as Record<string, FieldLabel>)) {
      expect(label).toMatch(/\p{Script=Han}/u)
      const expected = (properties[name]?.anyOf as { const?: string }[] | undefined)?.flatMap(
        (one) => one.const ?? [],
      )
      expect(Object.keys(choices ?? {})).toEqual(expected ?? [])
    }
  })
})

test('section titles are unique', () => {
  expect(new Set(sectionKinds.map((kind) => words[kind].title)).size).toBe(sectionKinds.length)
})
