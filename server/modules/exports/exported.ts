import type { Static } from '@sinclair/typebox'
import type { ShopExport } from '@/contract/exports'
import { lookPhotos } from '@/domain/look-photos'

export type Exported = Static<typeof ShopExport>

/** What buyers see of it. */
export const shownOf = ({ shop, look, products }: Exported) => ({
  shop,
  look,
  products: products.filter(({ onSale }) => onSale),
})

/** What the photos of an export are called by, each once, in one order. */
export function photoHashes({ look, products }: Exported): string[] {
  const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
  return [...new Set(photos.map(({ hash }) => hash))].sort()
}
