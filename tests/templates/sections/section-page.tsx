import { renderToStaticMarkup } from 'react-dom/server'
import { LOOK_FORMAT } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import type { SectionKind, SettingsByKind } from '@/templates/generated/section-kinds'
import { sectionSchemas } from '@/templates/generated/section-schemas'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/look-view'
import { plain } from '@/templates/presets/plain'
import type { SectionContext, SectionShop } from '@/templates/section'
import { sampleContext, sampleShop } from '../sample-shop'

export interface PageOptions<K extends SectionKind> {
  settings?: Partial<SettingsByKind[K]>
  products?: readonly Product[]
  shop?: Partial<SectionShop>
  context?: Partial<SectionContext>
  /** Kinds of the sections below it. */
  below?: readonly SectionKind[]
}

/** Renders a look of one section, and optionally others below it, to static HTML. */
export async function sectionPage<K extends SectionKind>(
  kind: K,
  given: PageOptions<K> = {},
): Promise<string> {
  await lazySectionLoader.load()
  const { settings = {}, products = [], shop = {}, context = {}, below = [] } = given
  const section = { id: 'own', kind, settings: { ...sectionSchemas[kind].defaults, ...settings } }
  const others = below.map((other) => ({ id: other, kind: other, settings: sectionSchemas[other].defaults }))
  const look = {
    version: 1,
    format: LOOK_FORMAT,
    template: 'plain',
    templateVersion: 1,
    theme: plain.theme,
    sections: [section, ...others] as { id: string; kind: string; settings: Record<string, unknown> }[],
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

/** Returns the visible text of a page, without tags. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
