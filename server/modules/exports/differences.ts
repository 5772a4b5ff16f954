import { formatPrice } from '@/domain/money'
import { isLargeChange } from '@/domain/product/price-range'
import type { Product } from '@/domain/product/product'
import { fingerprint } from '../../fingerprint'
import { isSameLook } from '../looks/publish-look'
import type { ExportedShop } from './exported-shop'

/** Differences between a shop and an export of it. Products are listed by name. */
export interface Differences {
  settings: string[]
  look: boolean
  /** The products that both have are in another order. */
  order: boolean
  changed: string[]
  onlyInFile: string[]
  /** Products on sale that only the shop has. */
  onlyInShop: string[]
  /** Prices that the export has at three times or a third of the shop's, or beyond: "核桃 25 → 250". They are among `changed`. */
  prices: string[]
}

export const countDifferences = ({
  settings,
  look,
  order,
  changed,
  onlyInFile,
  onlyInShop,
}: Differences): number =>
  settings.length + (look ? 1 : 0) + (order ? 1 : 0) + changed.length + onlyInFile.length + onlyInShop.length

/** Fields that are never imported: the shop's identity and its version counter. */
const IDENTITY_FIELDS = ['id', 'slug', 'version', 'openedAt']

function differingSettings(current: ExportedShop['shop'], file: ExportedShop['shop']): string[] {
  const names = new Set([...Object.keys(current), ...Object.keys(file)])
  const read = (shop: ExportedShop['shop'], name: string) => fingerprint(Reflect.get(shop, name) ?? null)
  return [...names].filter(
    (name) => !IDENTITY_FIELDS.includes(name) && read(current, name) !== read(file, name),
  )
}

/** Compares everything but stock, because the stock of an export is as old as the export. */
const contentOf = ({ version, createdAt, skus, ...product }: Product) =>
  fingerprint({ ...product, skus: skus.map(({ stock, ...sku }) => sku) })

/** True when the products have the same content, whatever their stock and versions are. */
export const isSameProduct = (current: Product, file: Product): boolean =>
  contentOf(current) === contentOf(file)

/** True when the products that are in both lists are in another order. */
function differInOrder(current: readonly Product[], file: readonly Product[]): boolean {
  const common = (products: readonly Product[], others: readonly Product[]) => {
    const ids = new Set(others.map(({ id }) => id))
    return products.flatMap(({ id }) => (ids.has(id) ? [id] : [])).join()
  }
  return common(current, file) !== common(file, current)
}

function largePriceChanges(current: Product, file: Product): string[] {
  const prices = new Map(current.skus.map(({ id, price }) => [id, price]))
  return file.skus.flatMap(({ id, label, price }) => {
    const before = prices.get(id)
    if (before === undefined || !isLargeChange(before, price)) return []
    return [`${file.name}${label ? ` ${label}` : ''} ${formatPrice(before)} → ${formatPrice(price)}`]
  })
}

export function findDifferences(current: ExportedShop, file: ExportedShop): Differences {
  const hereById = new Map(current.products.map((product) => [product.id, product]))
  const fileIds = new Set(file.products.map(({ id }) => id))
  const names = (products: Product[]) => products.map(({ name }) => name)
  return {
    settings: differingSettings(current.shop, file.shop),
    look: !isSameLook(current.look, file.look),
    order: differInOrder(current.products, file.products),
    changed: names(
      file.products.filter((product) => {
        const known = hereById.get(product.id)
        return known !== undefined && !isSameProduct(known, product)
      }),
    ),
    onlyInFile: names(file.products.filter(({ id }) => !hereById.has(id))),
    prices: file.products.flatMap((product) => {
      const known = hereById.get(product.id)
      return known ? largePriceChanges(known, product) : []
    }),
    onlyInShop: names(current.products.filter(({ id, onSale }) => onSale && !fileIds.has(id))),
  }
}
