import type { Theme } from '@/domain/theme'
import type { SectionKind, SettingsByKind } from './kinds'

type TemplateSection = { [K in SectionKind]: { kind: K; settings: SettingsByKind[K] } }[SectionKind]

/** A preset a shop starts from: its colours and shape, and its sections in order. Data, not code. */
export interface Template {
  name: string
  version: number
  theme: Theme
  sections: readonly TemplateSection[]
}
