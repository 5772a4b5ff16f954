import { decorateWords } from '@/locales/look/decorate'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'

interface FieldWords {
  label: string
  choices?: Record<string, string>
}

interface SectionWords {
  title: string
  hint: string
  fields: Record<string, FieldWords>
}

const all: Record<string, SectionWords> = sectionSettingWords

/** The title, hint and field labels of a section kind; an unknown (newer) kind gets generic ones. */
export const sectionWordsOf = (kind: string): SectionWords =>
  Object.hasOwn(all, kind) && all[kind]
    ? all[kind]
    : { title: decorateWords.unknown, hint: decorateWords.unknownHint, fields: {} }
