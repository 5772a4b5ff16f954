import { MAX_SECTIONS, type PlacedSection } from '@/domain/look'
import type { SectionKind } from '@/templates/kinds'
import type { KnownTemplate } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import { sectionSchemas } from '@/templates/schemas'
import { type Design, designOf, freeId, recoloured, type Settings } from './design'
import { fieldsOf } from './form-fields'

const isKind = (kind: string): kind is SectionKind => Object.hasOwn(sectionSchemas, kind)

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== '' && value !== undefined && value !== null

/** What an owner has put into a section: its words, photos, days and goods. How it looks is the template's. */
function contentOf({ kind, settings }: PlacedSection): Settings {
  const names = isKind(kind)
    ? fieldsOf(sectionSchemas[kind].schema)
        .filter((field) => field.kind !== 'choice' && field.kind !== 'number')
        .map(({ name }) => name)
    : []
  return Object.fromEntries(names.filter((name) => isFilled(settings[name])).map((n) => [n, settings[n]]))
}

/** What is of a newer kind than this phone knows may hold anything. */
const hasContent = (section: PlacedSection): boolean =>
  !isKind(section.kind) || Object.keys(contentOf(section)).length > 0

/**
 * Another template, nothing lost: each of its sections takes over what was put into the one of its kind, the first into
 * the first; what has no place there stands below, and where it does not fit there either, there is no such look (`undefined`).
 * Colours stay when they were chosen by hand, or nobody here knows.
 */
export function switched(
  design: Design,
  to: KnownTemplate,
  from: KnownTemplate | undefined,
): Design | undefined {
  const next = designOf(lookFrom(to))
  const left = [...design.sections]
  const sections = next.sections.map((section) => {
    const at = left.findIndex(({ kind }) => kind === section.kind)
    const [old] = at < 0 ? [] : left.splice(at, 1)
    return old ? { ...section, settings: { ...section.settings, ...contentOf(old) } } : section
  })
  for (const old of left) if (hasContent(old)) sections.push({ ...old, id: freeId(sections, old.kind) })
  if (sections.length > MAX_SECTIONS) return undefined
  const arranged = { ...next, sections }
  const { seed } = design.theme
  return seed !== from?.theme.seed ? recoloured(arranged, seed) : arranged
}
