import { decorateWords } from '@/locales/zh-CN/decorate'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'

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

/** What a kind of section and its settings are called; a newer kind than this program has the same words as any. */
export const wordsOf = (kind: string): SectionWords =>
  Object.hasOwn(all, kind) && all[kind]
    ? all[kind]
    : { title: decorateWords.unknown, hint: decorateWords.unknownHint, fields: {} }
