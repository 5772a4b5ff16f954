import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { formatPrice, parseYuan } from '@/domain/money'
import { DEFAULT_STOCK, MAX_STOCK, type Product, type Sku } from '@/domain/sku'
import { unitWeight } from '@/domain/trade'

/** A photo of a draft; `hash` once the server has it. */
export interface DraftPhoto {
  id: Id
  hash?: string
}

/** A sku as it is typed. One that the server knows keeps its stock out of the edit. */
export interface DraftSku {
  id: Id
  label: string
  price: string
  stock: string
  known?: Sku
}

/** A product as it is typed, over the version it was typed on (0: new). */
export interface Draft {
  id: Id
  version: number
  name: string
  unit: string
  /** The unit the server knows; another one weighs differently. */
  knownUnit: string
  category: string
  note: string
  photos: DraftPhoto[]
  skus: DraftSku[]
  onSale: boolean
}

export type ProductBody = RouteBody<'PUT /api/shops/:shopId/products/:productId'>
export type SkuFault = 'label' | 'price' | 'noPrice' | 'stock'

export interface DraftFaults {
  name?: true
  unit?: true
  skus: Record<Id, SkuFault[]>
}

export const emptySku = (id: Id): DraftSku => ({ id, label: '', price: '', stock: String(DEFAULT_STOCK) })

export const emptyDraft = (id: Id, skuId: Id, unit: string): Draft => ({
  id,
  version: 0,
  name: '',
  unit,
  knownUnit: '',
  category: '',
  note: '',
  photos: [],
  skus: [emptySku(skuId)],
  onSale: true,
})

export const draftOf = (product: Product): Draft => ({
  id: product.id,
  version: product.version,
  name: product.name,
  unit: product.unit,
  knownUnit: product.unit,
  category: product.category ?? '',
  note: product.note ?? '',
  photos: product.photos.map(({ id, hash }) => ({ id, hash })),
  skus: product.skus.map((sku) => ({
    id: sku.id,
    label: sku.label ?? '',
    price: formatPrice(sku.price),
    stock: String(sku.stock),
    known: sku,
  })),
  onSale: product.onSale,
})

/** What was typed, over the product as somebody else left it; a sku of theirs that is known keeps its stock. */
export const rebased = (draft: Draft, theirs: Product): Draft => ({
  ...draft,
  version: theirs.version,
  knownUnit: theirs.unit,
  skus: draft.skus.map(({ known: _before, ...sku }) => {
    const known = theirs.skus.find(({ id }) => id === sku.id)
    return known ? { ...sku, known } : sku
  }),
})

const readStock = (text: string): number | null =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) <= MAX_STOCK ? Number(text) : null

function skuFaults(sku: DraftSku, all: readonly DraftSku[]): SkuFault[] {
  const faults: SkuFault[] = []
  const label = sku.label.trim()
  const twin = all.some((other) => other.id !== sku.id && other.label.trim() === label)
  if (all.length > 1 && (!label || twin)) faults.push('label')
  const price = parseYuan(sku.price)
  if (price === null) faults.push('price')
  else if (price === 0) faults.push('noPrice')
  if (!sku.known && readStock(sku.stock) === null) faults.push('stock')
  return faults
}

/** What is wrong with a draft; each sku has its list, empty where nothing is. */
export function faultsOf(draft: Draft): DraftFaults {
  return {
    ...(draft.name.trim() ? {} : { name: true as const }),
    ...(draft.unit.trim() ? {} : { unit: true as const }),
    skus: Object.fromEntries(draft.skus.map((sku) => [sku.id, skuFaults(sku, draft.skus)])),
  }
}

const optional = <Key extends string>(key: Key, text: string) =>
  (text.trim() ? { [key]: text.trim() } : {}) as Partial<Record<Key, string>>

function skuBody(sku: DraftSku, unit: string, knownUnit: string): ProductBody['skus'][number] {
  const weight = sku.known && unit === knownUnit ? sku.known.weight : unitWeight(unit)
  return {
    id: sku.id,
    ...optional('label', sku.label),
    price: parseYuan(sku.price) ?? 0,
    stock: sku.known?.stock ?? readStock(sku.stock) ?? 0,
    ...(weight === undefined ? {} : { weight }),
  }
}

/** A sound draft as it is sent. */
export function bodyOf(draft: Draft): ProductBody {
  const unit = draft.unit.trim()
  return {
    version: draft.version,
    name: draft.name.trim(),
    unit,
    ...optional('category', draft.category),
    ...optional('note', draft.note),
    photos: draft.photos.map(({ id }) => id),
    skus: draft.skus.map((sku) => skuBody(sku, unit, draft.knownUnit)),
    onSale: draft.onSale,
  }
}

/** Whether a product already is as it was sent: an answer got lost, the change did not. Stock moves by itself. */
export function isAsSent(product: Product, body: ProductBody): boolean {
  const shape = (
    one: Pick<ProductBody, 'name' | 'unit' | 'category' | 'note' | 'onSale' | 'skus'>,
    photos: Id[],
  ) =>
    JSON.stringify([
      one.name,
      one.unit,
      one.category ?? null,
      one.note ?? null,
      one.onSale,
      photos,
      one.skus.map(({ id, label, price, weight }) => [id, label ?? null, price, weight ?? null]),
    ])
  return (
    shape(
      product,
      product.photos.map(({ id }) => id),
    ) === shape(body, body.photos)
  )
}
