import { MAX_SECTIONS, type PlacedSection } from '@/domain/look/look'
import { createLook } from '@/templates/bundled-templates'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sectionSchemas } from '@/templates/generated/section-schemas'
import type { KnownTemplate } from '@/templates/known-template'
import { type Design, designOf, recolor, type Settings, unusedSectionId } from './design'
import { type FormField, formFieldsOf } from './form-fields'

const isKind = (kind: string): kind is SectionKind => Object.hasOwn(sectionSchemas, kind)

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== '' && value !== undefined && value !== null

/** Content belongs to the owner; the other settings say how a section looks and belong to the template. */
const isContent = (field: FormField): boolean =>
  field.kind === 'choice' ? field.isContent : field.kind !== 'number'

/** The owner's content of a section: words, photos, days and goods that differ from what its template wrote into it. */
function contentOf({ kind, settings }: PlacedSection, written: Settings = {}): Settings {
  // a newer kind than this phone knows: all of it may be the owner's content
  if (!isKind(kind)) return settings
  const { schema, defaults } = sectionSchemas[kind]
  const isOwnersContent = ({ name, kind: how }: FormField) =>
    isFilled(settings[name]) &&
    settings[name] !== written[name] &&
    (how !== 'choice' || settings[name] !== Reflect.get(defaults, name))
  const names = formFieldsOf(schema).filter((field) => isContent(field) && isOwnersContent(field))
  return Object.fromEntries(names.map(({ name }) => [name, settings[name]]))
}

/** A function that returns a section's settings in the template. Sections of one kind are matched in order. */
function matchTemplateSettings(template: KnownTemplate | undefined) {
  const remaining = template ? [...createLook(template).sections] : []
  return ({ kind }: PlacedSection): Settings | undefined => {
    const at = remaining.findIndex((section) => section.kind === kind)
    return at < 0 ? undefined : remaining.splice(at, 1)[0]?.settings
  }
}

export interface TemplateSwitch {
  to: KnownTemplate
  /** The design's present template, if this phone knows it. */
  from: KnownTemplate | undefined
  /** True if an upload for this section is pending. */
  hasPendingUpload(id: string): boolean
}

/**
 * Switches to another template without losing content. The n-th section of a kind takes over the content and id of the n-th old
 * one; unmatched sections with content go below. Returns `undefined` if that exceeds the maximum number of sections.
 */
export function switchTemplate(
  design: Design,
  { to, from, hasPendingUpload }: TemplateSwitch,
): Design | undefined {
  const next = designOf(createLook(to))
  const templateSettingsOf = matchTemplateSettings(from)
  const remaining = design.sections.map((old) => ({ old, content: contentOf(old, templateSettingsOf(old)) }))
  const pairs = next.sections.map((section) => {
    const at = remaining.findIndex(({ old }) => old.kind === section.kind)
    return { section, matched: at < 0 ? undefined : remaining.splice(at, 1)[0] }
  })
  const below = remaining
    .filter(
      ({ old, content }) => !isKind(old.kind) || Object.keys(content).length > 0 || hasPendingUpload(old.id),
    )
    .map(({ old }) => old)
  const retained = [...pairs.flatMap(({ matched }) => matched?.old ?? []), ...below]
  const sections: PlacedSection[] = []
  const uniqueId = ({ id, kind }: PlacedSection) =>
    retained.some((old) => old.id === id)
      ? unusedSectionId([...retained, ...next.sections, ...sections], kind)
      : id
  for (const { section, matched } of pairs)
    sections.push(
      matched
        ? { ...section, id: matched.old.id, settings: { ...section.settings, ...matched.content } }
        : { ...section, id: uniqueId(section) },
    )
  sections.push(...below)
  if (sections.length > MAX_SECTIONS) return undefined
  const arranged = { ...next, sections }
  // colors that differ from the old template's, or whose template is unknown, were chosen by hand and stay
  const { seed } = design.theme
  return seed !== from?.theme.seed ? recolor(arranged, seed) : arranged
}
