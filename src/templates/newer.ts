import { LOOK_FORMAT } from '@/domain/look'
import { sectionKinds } from './schemas'

/** As much of a look as tells how old it is; it may come from anywhere. */
interface MaybeLook {
  format?: unknown
  sections?: unknown
}

/** What of a look a later version of the house has made, told by where it stands; painted here, it would have holes. */
export function newerIn({ format, sections }: MaybeLook): string | undefined {
  if (typeof format === 'number' && format > LOOK_FORMAT)
    return `/look/format is ${format}, and ${LOOK_FORMAT} is the newest known here`
  const kinds: unknown[] = Array.isArray(sections) ? sections.map((section) => section?.kind) : []
  const at = kinds.findIndex((kind) => typeof kind === 'string' && !(sectionKinds as string[]).includes(kind))
  return at < 0 ? undefined : `/look/sections/${at}/kind is "${kinds[at]}", which is not known here`
}
