import { Value } from '@sinclair/typebox/value'
import type { FieldError } from '@/domain/failure'
import type { Look, PlacedSection } from '@/domain/look/look'
import { findTemplate } from './all-templates'
import type { SectionKind } from './generated/section-kinds'
import { sectionSchemas } from './generated/section-schemas'

const isKind = (kind: string): kind is SectionKind => Object.hasOwn(sectionSchemas, kind)

function validateSection({ kind, settings }: PlacedSection, at: string): FieldError[] {
  if (!isKind(kind)) return [{ path: `${at}/kind`, message: 'no such section' }]
  return [...Value.Errors(sectionSchemas[kind].schema, settings)].map((error) => ({
    path: `${at}/settings${error.path}`,
    message: error.message,
  }))
}

function duplicateIds(sections: readonly PlacedSection[]): FieldError[] {
  const seen = new Set<string>()
  return sections.flatMap(({ id }, at) => {
    if (seen.has(id)) return [{ path: `/sections/${at}/id`, message: 'used twice' }]
    seen.add(id)
    return []
  })
}

/** Validates a look beyond its shape: unknown templates and sections, repeated ids, settings that violate their schema. */
export function validateLook(look: Look): FieldError[] {
  const template = findTemplate(look.template) ? [] : [{ path: '/template', message: 'no such template' }]
  const sections = look.sections.flatMap((section, at) => validateSection(section, `/sections/${at}`))
  return [...template, ...duplicateIds(look.sections), ...sections]
}
