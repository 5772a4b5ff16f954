import type { Static } from '@sinclair/typebox'
import type { ShopExport } from '@/contract/shop/exports'
import { lookPhotos } from '@/domain/look/look-photos'
import { lookVoices } from '@/domain/look/look-voices'
import { type Photo, shopPhotoNames } from '@/domain/photo'
import type { Voice } from '@/domain/voice'

export type ExportedShop = Static<typeof ShopExport>

/** The part of an export that buyers can see. */
export const toPublicShop = ({
  shop: { orderLimits: _limits, lowStock: _line, ...shop },
  look,
  products,
}: ExportedShop) => ({ shop, look, products: products.filter(({ onSale }) => onSale) })

/** The logo and the banner of an exported shop. */
export const shopPhotosOf = ({ shop }: ExportedShop): Photo[] =>
  shopPhotoNames.flatMap((name) => shop[name] ?? [])

/** All photos of an export: of its products, its look, and the shop's own. */
export const listPhotos = (exported: ExportedShop): Photo[] => [
  ...exported.products.flatMap(({ photos }) => photos),
  ...lookPhotos(exported.look),
  ...shopPhotosOf(exported),
]

/** The hashes of all photos of an export, without duplicates, sorted. */
export function listPhotoHashes(exported: ExportedShop): string[] {
  const photos = listPhotos(exported)
  return [...new Set(photos.map(({ hash }) => hash))].sort()
}

/** The voices of an export, one for each hash, sorted by hash. */
export function listVoices({ look }: ExportedShop): Voice[] {
  const byHash = new Map(lookVoices(look).map((voice) => [voice.hash, voice]))
  return [...byHash.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1))
}
