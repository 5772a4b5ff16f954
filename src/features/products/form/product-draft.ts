import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { formatPrice, parseYuan } from '@/domain/money'
import type { DraftPhoto } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import { mapProductTexts, type ProductText } from '@/domain/product/product-texts'
import { DEFAULT_STOCK, MAX_STOCK, type Sku } from '@/domain/product/sku'
import { unitWeight } from '@/domain/shop/trade'

/** A sku as typed. `known` is the saved sku, whose stock the form does not edit. */
export interface DraftSku {
  id: Id
  label: string
  price: string
  stock: string
  known?: Sku
}

/** A product as typed, based on a saved `version` (0 for a new product). */
export interface ProductDraft extends Record<ProductText, string> {
  id: Id
  version: number
  name: string
  unit: string
  /** The saved unit; the weight of a sku is kept only while the unit is unchanged. */
  knownUnit: string
  photos: DraftPhoto[]
  skus: DraftSku[]
  onSale: boolean
}

export type ProductBody = RouteBody<'PUT /api/shops/:shopId/products/:productId'>
export type InvalidSkuField = 'label' | 'price' | 'noPrice' | 'stock'

export interface ProductDraftErrors {
  name?: true
  unit?: true
  skus: Record<Id, InvalidSkuField[]>
}

export const emptySku = (id: Id): DraftSku => ({ id, label: '', price: '', stock: String(DEFAULT_STOCK) })

const emptyTexts = () => mapProductTexts(() => '')

export const emptyDraft = (id: Id, skuId: Id, unit: string): ProductDraft => ({
  id,
  version: 0,
  name: '',
  unit,
  knownUnit: '',
  ...emptyTexts(),
  photos: [],
  skus: [emptySku(skuId)],
  onSale: true,
})

export const draftFromProduct = (product: Product): ProductDraft => ({
  id: product.id,
  version: product.version,
  name: product.name,
  unit: product.unit,
  knownUnit: product.unit,
  ...mapProductTexts((name) => product[name] ?? ''),
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

/** The draft of a new product that is like a saved one. Photos are shared; ids are new. */
export const draftLike = (product: Product, createId: () => Id): ProductDraft => ({
  ...draftFromProduct(product),
  id: createId(),
  version: 0,
  skus: draftFromProduct(product).skus.map(({ known: _known, ...sku }) => ({ ...sku, id: createId() })),
})

/** A draft stored by an older version lacks the texts added since; they become empty. */
export const completeDraft = (stored: ProductDraft): ProductDraft => ({ ...emptyTexts(), ...stored })

/** Rebases a draft on a newer saved version: the typed values stay, known skus are updated. */
export const rebaseDraft = (draft: ProductDraft, theirs: Product): ProductDraft => ({
  ...draft,
  version: theirs.version,
  knownUnit: theirs.unit,
  skus: draft.skus.map(({ known: _before, ...sku }) => {
    const known = theirs.skus.find(({ id }) => id === sku.id)
    return known ? { ...sku, known } : sku
  }),
})

const parseStock = (text: string): number | null =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) <= MAX_STOCK ? Number(text) : null

function validateSku(sku: DraftSku, all: readonly DraftSku[]): InvalidSkuField[] {
  const invalidFields: InvalidSkuField[] = []
  const label = sku.label.trim()
  const isDuplicate = all.some((other) => other.id !== sku.id && other.label.trim() === label)
  if (all.length > 1 && (!label || isDuplicate)) invalidFields.push('label')
  const price = parseYuan(sku.price)
  if (price === null) invalidFields.push('price')
  else if (price === 0) invalidFields.push('noPrice')
  if (!sku.known && parseStock(sku.stock) === null) invalidFields.push('stock')
  return invalidFields
}

/** Returns the invalid fields of a draft, with a list for each sku. */
export function validateProductDraft(draft: ProductDraft): ProductDraftErrors {
  return {
    ...(draft.name.trim() ? {} : { name: true as const }),
    ...(draft.unit.trim() ? {} : { unit: true as const }),
    skus: Object.fromEntries(draft.skus.map((sku) => [sku.id, validateSku(sku, draft.skus)])),
  }
}

/** The texts that are not blank, trimmed. */
function filled<Key extends string>(texts: Record<Key, string>): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {}
  for (const name in texts) if (texts[name].trim()) found[name] = texts[name].trim()
  return found
}

function skuBody(sku: DraftSku, unit: string, knownUnit: string): ProductBody['skus'][number] {
  const weight = sku.known && unit === knownUnit ? sku.known.weight : unitWeight(unit)
  return {
    id: sku.id,
    ...filled({ label: sku.label }),
    price: parseYuan(sku.price) ?? 0,
    stock: sku.known?.stock ?? parseStock(sku.stock) ?? 0,
    ...(weight === undefined ? {} : { weight }),
  }
}

/** Converts a valid draft into the request body. */
export function toProductBody(draft: ProductDraft): ProductBody {
  const unit = draft.unit.trim()
  return {
    version: draft.version,
    name: draft.name.trim(),
    unit,
    ...filled(mapProductTexts((name) => draft[name])),
    photos: draft.photos.map(({ id }) => id),
    skus: draft.skus.map((sku) => skuBody(sku, unit, draft.knownUnit)),
    onSale: draft.onSale,
  }
}

/** True if a saved product equals a request body, i.e. its reply was lost. Stock is ignored, as orders change it. */
export function matchesProductBody(product: Product, body: ProductBody): boolean {
  const shape = (one: Pick<ProductBody, 'name' | 'unit' | ProductText | 'onSale' | 'skus'>, photos: Id[]) =>
    JSON.stringify([
      one.name,
      one.unit,
      mapProductTexts((name) => one[name] ?? null),
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
