import type { TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { sectionSchemas } from '@/templates/generated/section-schemas'
import type { SectionSchema } from '@/templates/section-schema'

/** Each guard returns errors as sentences that name the file and the fix; an empty list if there are none. */

type Schemas = Record<string, SectionSchema<object>>

const propertiesOf = ({ schema }: SectionSchema<object>) =>
  (schema as TSchema & { properties: Record<string, TSchema> }).properties

const choicesOf = (property: TSchema | undefined): string[] =>
  ((property?.anyOf as { const?: string }[] | undefined) ?? []).flatMap((one) => one.const ?? [])

/** The shape of a template, checked without trusting its type. */
export interface UncheckedTemplate {
  name: string
  sections: readonly { kind: string; settings: object }[]
}

/** Sections and settings of a template that do not exist or do not match their schema. */
export function templateProblems(
  { name, sections }: UncheckedTemplate,
  schemas: Schemas = sectionSchemas,
): string[] {
  const file = `src/templates/presets/${name}.ts`
  return sections.flatMap(({ kind, settings }, at) => {
    const section = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined
    if (!section)
      return [
        `${file}: section ${at + 1} is of the unknown kind "${kind}"; use the name of a folder of src/templates/sections (after adding one, run \`npm run generate\`)`,
      ]
    const names = Object.keys(propertiesOf(section))
    const unknown = Object.keys(settings).filter((setting) => !names.includes(setting))
    if (unknown.length > 0)
      return unknown.map(
        (setting) =>
          `${file}: the ${kind} section sets "${setting}", which it does not have; it has ${names.join(', ')}`,
      )
    return [...Value.Errors(section.schema, settings)].map(
      ({ path, message }) => `${file}: the setting ${path.slice(1)} of the ${kind} section: ${message}`,
    )
  })
}

interface UncheckedWords {
  title: string
  hint: string
  fields: Record<string, { label: string; choices?: Record<string, string> }>
}

/** Settings and choices of a section without words in the editor, and words without a setting. */
export function settingWordsProblems(
  kind: string,
  { title, hint, fields }: UncheckedWords,
  section: SectionSchema<object>,
): string[] {
  const file = `src/templates/sections/${kind}/setting-words.ts`
  const properties = propertiesOf(section)
  const missing = Object.keys(properties)
    .filter((name) => !fields[name]?.label)
    .map((name) => `${file}: the setting "${name}" has no label; add fields.${name}.label`)
  const unknown = Object.keys(fields)
    .filter((name) => !(name in properties))
    .map((name) => `${file}: "${name}" is no setting of schema.ts; remove fields.${name}`)
  const choices = Object.entries(fields).flatMap(([name, field]) => {
    const expected = choicesOf(properties[name])
    const given = Object.keys(field.choices ?? {})
    return given.join() === expected.join()
      ? []
      : [
          `${file}: fields.${name}.choices must have the choices of schema.ts in their order: ${expected.join(', ') || 'none'}`,
        ]
  })
  const untitled = title && hint ? [] : [`${file}: the section needs a title and a hint for the editor`]
  return [...untitled, ...missing, ...unknown, ...choices]
}

/** Reasons why a section's sample does not show `shown` on the page rendered with it. */
export function sampleProblems(
  kind: string,
  sample: { settings: object },
  { section, page, shown }: { section: SectionSchema<object>; page: string; shown: string },
): string[] {
  const file = `src/templates/sections/${kind}/sample.ts`
  const wrong = [...Value.Errors(section.schema, { ...section.defaults, ...sample.settings })].map(
    ({ path, message }) => `${file}: the setting ${path.slice(1)}: ${message}`,
  )
  if (wrong.length > 0) return wrong
  if (shown === '')
    return [`${file}: buyers are to see an empty text; let \`shows\` return one that the test shop has`]
  return page.includes(shown)
    ? []
    : [
        `${file}: buyers do not see "${shown}". Add the settings without which the section shows nothing; if it has no title, add \`shows\` with a text of the shop that it shows`,
      ]
}

/** Defaults of a section that its schema does not accept. */
export const defaultsProblems = (kind: string, { schema, defaults }: SectionSchema<object>): string[] =>
  [...Value.Errors(schema, defaults)].map(
    ({ path, message }) =>
      `src/templates/sections/${kind}/settings.ts: the default of ${path.slice(1)} does not match schema.ts: ${message}`,
  )
