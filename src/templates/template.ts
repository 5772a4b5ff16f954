import type { Theme } from '@/domain/theme'
import type { Trade } from '@/domain/trade'
import type { SectionKind, SettingsByKind } from './kinds'

type TemplateSection = { [K in SectionKind]: { kind: K; settings: SettingsByKind[K] } }[SectionKind]

/** A preset a shop starts from: its colours and shape, and its sections in order. Data, not code. */
export interface Template {
  name: string
  version: number
  /** Trades that it was drawn for; the first one starts from it. */
  suits: readonly Trade[]
  /** Its colours are those that `paletteOf` makes of its seed; they stand here so that phones need not compute them. */
  theme: Theme
  sections: readonly TemplateSection[]
}
