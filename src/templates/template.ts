import type { Theme } from '@/domain/look/theme'
import type { Trade } from '@/domain/shop/trade'
import type { SectionKind, SettingsByKind } from './generated/section-kinds'

type TemplateSection = { [K in SectionKind]: { kind: K; settings: SettingsByKind[K] } }[SectionKind]

/** A preset that a shop starts from: theme and sections, as data. */
export interface Template {
  name: string
  version: number
  /** The trades it was designed for. */
  suits: readonly Trade[]
  /** The colors equal `paletteOf(seed, groundForm)`; they are stored so that phones need not compute them. */
  theme: Theme
  sections: readonly TemplateSection[]
}
