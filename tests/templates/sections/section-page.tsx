import { renderToStaticMarkup } from 'react-dom/server'
import { LOOK_FORMAT } from '@/domain/look'
import type { Product } from '@/domain/sku'
import type { SectionKind, SettingsByKind } from '@/templates/kinds'
import { further } from '@/templates/load-further'
import { plain } from '@/templates/presets/plain'
import { LookView } from '@/templates/render'
import { sectionSchemas } from '@/templates/schemas'
import type { Scene, ShopFace } from '@/templates/section'
import { sampleScene, sampleShop } from '../sample'

export interface Given<K extends SectionKind> {
  settings?: Partial<SettingsByKind[K]>
  products?: readonly Product[]
  shop?: Partial<ShopFace>
  scene?: Partial<Scene>
  /** Sections of other kinds below it. */
  below?: readonly SectionKind[]
}

/** What a look of this one section, and others below it, is drawn as. */
export async function sectionPage<K extends SectionKind>(kind: K, given: Given<K> = {}): Promise<string> {
  await further.load()
  const { settings = {}, products = [], shop = {}, scene = {}, below = [] } = given
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
    <LookView look={look} shop={{ ...sampleShop, ...shop }} products={products} scene={sampleScene(scene)} />,
  )
}

/** The classes and attributes around a section's words are of no interest. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
