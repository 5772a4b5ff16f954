import type { Static } from '@sinclair/typebox'
import type { ShopExport } from '@/contract/shop/exports'
import { lookPhotos } from '@/domain/look/look-photos'
import { lookVoices } from '@/domain/look/look-voices'
import type { Voice } from '@/domain/voice'

export type ExportedShop = Static<typeof ShopExport>

/** The part of an export that buyers can see. */
export const toPublicShop = ({
  shop: { orderLimits: _limits, lowStock: _line, ...shop },
  look,
  products,
}: ExportedShop) => ({ shop, look, products: products.filter(({ onSale }) => onSale) })

/** The hashes of all photos of an export, without duplicates, sorted. */
export function listPhotoHashes({ look, products }: ExportedShop): string[] {
  const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
  return [...new Set(photos.map(({ hash }) => hash))].sort()
}

/** The voices of an export, one for each hash, sorted by hash. */
export function listVoices({ look }: ExportedShop): Voice[] {
  const byHash = new Map(lookVoices(look).map((voice) => [voice.hash, voice]))
  return [...byHash.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1))
}
