import type { TSchema } from '@sinclair/typebox'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'
import type { SettingsByKind } from '@/templates/kinds'
import { sectionKinds, sectionSchemas } from '@/templates/schemas'

/** A field of a few words names each of them; any other has a label. */
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

/** The compiler refuses this while a kind, a field or a choice lacks its words. */
const words: Words = sectionSettingWords

interface Said {
  label: string
  choices?: Record<string, string>
}

describe.each(sectionKinds)('%s', (kind) => {
  const { title, hint, fields } = words[kind]
  const { properties } = sectionSchemas[kind].schema as TSchema & { properties: Record<string, TSchema> }

  test('is named, and each of its settings and of their choices', () => {
    expect(title && hint).toBeTruthy()
    expect(Object.keys(fields).sort()).toEqual(Object.keys(properties).sort())
    for (const [name, { label, choices }] of Object.entries(fields as Record<string, Said>)) {
      expect(label).toMatch(/\p{Script=Han}/u)
      const meant = (properties[name]?.anyOf as { const?: string }[] | undefined)?.flatMap(
        (one) => one.const ?? [],
      )
      expect(Object.keys(choices ?? {})).toEqual(meant ?? [])
    }
  })
})

test('no two sections share a name', () => {
  expect(new Set(sectionKinds.map((kind) => words[kind].title)).size).toBe(sectionKinds.length)
})
