import { LOOK_FORMAT } from '@/domain/look/look'
import { sectionKinds } from './generated/section-schemas'

/** The fields of an untrusted look that show its age. */
interface MaybeLook {
  format?: unknown
  sections?: unknown
}

/**
 * The JSON path and value of a part that a later version of this program made, `undefined` if there is none. Such a look would be
 * rendered with gaps.
 */
export function unsupportedPart({ format, sections }: MaybeLook): string | undefined {
  if (typeof format === 'number' && format > LOOK_FORMAT)
    return `/look/format is ${format}, and ${LOOK_FORMAT} is the newest known here`
  const kinds: unknown[] = Array.isArray(sections) ? sections.map((section) => section?.kind) : []
  const at = kinds.findIndex((kind) => typeof kind === 'string' && !(sectionKinds as string[]).includes(kind))
  return at < 0 ? undefined : `/look/sections/${at}/kind is "${kinds[at]}", which is not known here`
}
