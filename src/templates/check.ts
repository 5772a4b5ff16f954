import { Value } from '@sinclair/typebox/value'
import type { FieldFault } from '@/domain/failure'
import type { Look, PlacedSection } from '@/domain/look'
import { anyTemplateOf } from './all-templates'
import type { SectionKind } from './kinds'
import { sectionSchemas } from './schemas'

const isKind = (kind: string): kind is SectionKind => Object.hasOwn(sectionSchemas, kind)

function sectionFaults({ kind, settings }: PlacedSection, at: string): FieldFault[] {
  if (!isKind(kind)) return [{ path: `${at}/kind`, message: 'no such section' }]
  return [...Value.Errors(sectionSchemas[kind].schema, settings)].map((error) => ({
    path: `${at}/settings${error.path}`,
    message: error.message,
  }))
}

function repeatedIds(sections: readonly PlacedSection[]): FieldFault[] {
  const seen = new Set<string>()
  return sections.flatMap(({ id }, at) => {
    if (seen.has(id)) return [{ path: `/sections/${at}/id`, message: 'used twice' }]
    seen.add(id)
    return []
  })
}

/** What is wrong with a look beyond its shape: an unknown template or section, settings that do not fit. */
export function lookFaults(look: Look): FieldFault[] {
  const template = anyTemplateOf(look.template) ? [] : [{ path: '/template', message: 'no such template' }]
  const sections = look.sections.flatMap((section, at) => sectionFaults(section, `/sections/${at}`))
  return [...template, ...repeatedIds(look.sections), ...sections]
}
