import type { Product } from '@/domain/sku'
import { fingerprint } from '../../fingerprint'
import { isSameLook } from '../looks/publish-look'
import type { Exported } from './exported'

/** Where a shop differs from an export of it. Products are listed by name. */
export interface Differences {
  /** The names of settings. */
  settings: string[]
  look: boolean
  changed: string[]
  /** Products that only the export has. */
  onlyInFile: string[]
  /** Products on sale that only the shop has. */
  onlyHere: string[]
}

export const countOf = ({ settings, look, changed, onlyInFile, onlyHere }: Differences): number =>
  settings.length + (look ? 1 : 0) + changed.length + onlyInFile.length + onlyHere.length

/** Never taken from an export: what a shop is by itself, and what counts its changes. */
const OWN_FIELDS = ['id', 'slug', 'version', 'openedAt']

function differingSettings(here: Exported['shop'], file: Exported['shop']): string[] {
  const names = new Set([...Object.keys(here), ...Object.keys(file)])
  const read = (shop: Exported['shop'], name: string) => fingerprint(Reflect.get(shop, name) ?? null)
  return [...names].filter((name) => !OWN_FIELDS.includes(name) && read(here, name) !== read(file, name))
}

/** Stock is left out: that of an export is as old as the export. */
const contentOf = ({ version, createdAt, skus, ...product }: Product) =>
  fingerprint({ ...product, skus: skus.map(({ stock, ...sku }) => sku) })

/** True when the products say the same, whatever their stock and versions are. */
export const isSameProduct = (here: Product, file: Product): boolean => contentOf(here) === contentOf(file)

/** Compares a shop with an export of it. */
export function differencesOf(here: Exported, file: Exported): Differences {
  const hereById = new Map(here.products.map((product) => [product.id, product]))
  const fileIds = new Set(file.products.map(({ id }) => id))
  const names = (products: Product[]) => products.map(({ name }) => name)
  return {
    settings: differingSettings(here.shop, file.shop),
    look: !isSameLook(here.look, file.look),
    changed: names(
      file.products.filter((product) => {
        const known = hereById.get(product.id)
        return known !== undefined && !isSameProduct(known, product)
      }),
    ),
    onlyInFile: names(file.products.filter(({ id }) => !hereById.has(id))),
    onlyHere: names(here.products.filter(({ id, onSale }) => onSale && !fileIds.has(id))),
  }
}
