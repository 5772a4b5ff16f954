import type { Static } from '@sinclair/typebox'
import type { ShopExport } from '@/contract/exports'
import { lookPhotos } from '@/domain/look-photos'
import { lookVoices } from '@/domain/look-voices'
import type { Voice } from '@/domain/voice'

export type Exported = Static<typeof ShopExport>

/** What buyers see of it. */
export const shownOf = ({ shop: { orderLimits: _, ...shop }, look, products }: Exported) => ({
  shop,
  look,
  products: products.filter(({ onSale }) => onSale),
})

/** What the photos of an export are called by, each once, in one order. */
export function photoHashes({ look, products }: Exported): string[] {
  const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
  return [...new Set(photos.map(({ hash }) => hash))].sort()
}

/** The voices of an export, each content once, in one order. */
export function exportedVoices({ look }: Exported): Voice[] {
  const byHash = new Map(lookVoices(look).map((voice) => [voice.hash, voice]))
  return [...byHash.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1))
}
