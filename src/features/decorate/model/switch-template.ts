import { MAX_SECTIONS, type PlacedSection } from '@/domain/look'
import type { SectionKind } from '@/templates/kinds'
import type { KnownTemplate } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import { sectionSchemas } from '@/templates/schemas'
import { type Design, designOf, freeId, recoloured, type Settings } from './design'
import { type FormField, fieldsOf } from './form-fields'

const isKind = (kind: string): kind is SectionKind => Object.hasOwn(sectionSchemas, kind)

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== '' && value !== undefined && value !== null

/** How a section looks is the template's. */
const isContent = (field: FormField): boolean =>
  field.kind === 'choice' ? field.said : field.kind !== 'number'

/** What an owner has put into a section: its words, photos, days and goods. What the template wrote into it is not hers. */
function contentOf({ kind, settings }: PlacedSection, written: Settings = {}): Settings {
  // of a newer kind than this phone knows: all of it may be hers
  if (!isKind(kind)) return settings
  const { schema, defaults } = sectionSchemas[kind]
  const isHers = ({ name, kind: how }: FormField) =>
    isFilled(settings[name]) &&
    settings[name] !== written[name] &&
    (how !== 'choice' || settings[name] !== Reflect.get(defaults, name))
  const names = fieldsOf(schema).filter((field) => isContent(field) && isHers(field))
  return Object.fromEntries(names.map(({ name }) => [name, settings[name]]))
}

/** What a template wrote into its sections: the first of a kind is met by the first, and so on. */
function writtenBy(template: KnownTemplate | undefined) {
  const left = template ? [...lookFrom(template).sections] : []
  return ({ kind }: PlacedSection): Settings | undefined => {
    const at = left.findIndex((section) => section.kind === kind)
    return at < 0 ? undefined : left.splice(at, 1)[0]?.settings
  }
}

export interface Switch {
  to: KnownTemplate
  /** The one it was made from, where it is known here. */
  from: KnownTemplate | undefined
  /** Whether something is still on its way into the section of this id. */
  awaits(id: string): boolean
}

/**
 * Another template, nothing lost: each of its sections takes over what was put into the one of its kind, the first into
 * the first, and is that section from then on; what has no place there stands below, and where it does not fit there either,
 * there is no such look (`undefined`). Colours stay when they were chosen by hand, or nobody here knows.
 */
export function switched(design: Design, { to, from, awaits }: Switch): Design | undefined {
  const next = designOf(lookFrom(to))
  const written = writtenBy(from)
  const left = design.sections.map((old) => ({ old, content: contentOf(old, written(old)) }))
  const pairs = next.sections.map((section) => {
    const at = left.findIndex(({ old }) => old.kind === section.kind)
    return { section, hers: at < 0 ? undefined : left.splice(at, 1)[0] }
  })
  const below = left
    .filter(({ old, content }) => !isKind(old.kind) || Object.keys(content).length > 0 || awaits(old.id))
    .map(({ old }) => old)
  const taken = [...pairs.flatMap(({ hers }) => hers?.old ?? []), ...below]
  const sections: PlacedSection[] = []
  const ownId = ({ id, kind }: PlacedSection) =>
    taken.some((old) => old.id === id) ? freeId([...taken, ...next.sections, ...sections], kind) : id
  for (const { section, hers } of pairs)
    sections.push(
      hers
        ? { ...section, id: hers.old.id, settings: { ...section.settings, ...hers.content } }
        : { ...section, id: ownId(section) },
    )
  sections.push(...below)
  if (sections.length > MAX_SECTIONS) return undefined
  const arranged = { ...next, sections }
  const { seed } = design.theme
  return seed !== from?.theme.seed ? recoloured(arranged, seed) : arranged
}
