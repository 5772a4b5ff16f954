import { renderToStaticMarkup } from 'react-dom/server'
import { LOOK_FORMAT } from '@/domain/look'
import type { Product } from '@/domain/sku'
import type { SectionKind, SettingsByKind } from '@/templates/kinds'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { plain } from '@/templates/presets/plain'
import { LookView } from '@/templates/render'
import { sectionSchemas } from '@/templates/schemas'
import type { SectionContext, ShopFace } from '@/templates/section'
import { sampleContext, sampleShop } from '../sample'

export interface Given<K extends SectionKind> {
  settings?: Partial<SettingsByKind[K]>
  products?: readonly Product[]
  shop?: Partial<ShopFace>
  context?: Partial<SectionContext>
  /** Sections of other kinds below it. */
  below?: readonly SectionKind[]
}

/** What a look of this one section, and others below it, is drawn as. */
export async function sectionPage<K extends SectionKind>(kind: K, given: Given<K> = {}): Promise<string> {
  await lazySectionLoader.load()
  const { settings = {}, products = [], shop = {}, context = {}, below = [] } = given
  const own = { id: 'own', kind, settings: { ...sectionSchemas[kind].defaults, ...settings } }
  const others = below.map((other) => ({ id: other, kind: other, settings: sectionSchemas[other].defaults }))
  const look = {
    version: 1,
    format: LOOK_FORMAT,
    template: 'plain',
    templateVersion: 1,
    theme: plain.theme,
    sections: [own, ...others] as { id: string; kind: string; settings: Record<string, unknown> }[],
  }
  return renderToStaticMarkup(
    <LookView
      look={look}
      shop={{ ...sampleShop, ...shop }}
      products={products}
      context={sampleContext(context)}
    />,
  )
}

/** The classes and attributes around a section's words are of no interest. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
