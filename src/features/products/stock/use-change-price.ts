import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { type Fen, formatPrice } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import { describeFailure } from '@/locales/failure'
import { productListWords } from '@/locales/product/products'
import { draftFromProduct, toProductBody } from '../form/product-draft'
import { rebaseStoredDraft } from '../form/product-draft-store'

interface ChangePrice {
  busy: boolean
  error?: string
  /** Returns whether the price is saved. */
  save(price: Fen): Promise<boolean>
}

interface Options {
  shopId: Id
  product: Product
  /** The sku with the price that the seller sees. */
  sku: Sku
  /** Receives the product as it is saved now, by this or by another device. */
  onProduct(product: Product): void
}

function putPrice(shopId: Id, product: Product, skuId: Id, price: Fen) {
  const body = toProductBody(draftFromProduct(product))
  const skus = body.skus.map((sku) => (sku.id === skuId ? { ...sku, price } : sku))
  return call('PUT /api/shops/:shopId/products/:productId', {
    params: { shopId, productId: product.id },
    body: { ...body, skus },
  })
}

const priceOf = (product: Product, skuId: Id): Fen | undefined =>
  product.skus.find(({ id }) => id === skuId)?.price

/** An unsaved draft of the form gets the new price, so that saving it later does not bring the old one back. */
const rebaseDraftOnPrice = (shopId: Id, saved: Product, skuId: Id, price: Fen) =>
  rebaseStoredDraft(shopId, saved, (draft) => ({
    ...draft,
    skus: draft.skus.map((sku) => (sku.id === skuId ? { ...sku, price: formatPrice(price) } : sku)),
  }))

/**
 * Changes the price of a sku. On a version conflict the price is sent once more on top of the newer version, unless the price
 * itself was changed there: the seller then sees it and decides.
 */
export function useChangePrice({ shopId, product, sku, onProduct }: Options): ChangePrice {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  function succeed(saved: Product, price: Fen): boolean {
    rebaseDraftOnPrice(shopId, saved, sku.id, price)
    onProduct(saved)
    return true
  }

  function fail(message: string): boolean {
    setError(message)
    return false
  }

  async function send(over: Product, price: Fen, isRetry: boolean): Promise<boolean> {
    const result = await putPrice(shopId, over, sku.id, price)
    if (result.ok) return succeed(result.data, price)
    const { failure } = result
    const newer = failure.code === 'version-conflict' ? (failure.current as Product | undefined) : undefined
    if (!newer) return fail(describeFailure(failure))
    const theirs = priceOf(newer, sku.id)
    // the reply to an earlier attempt was lost
    if (theirs === price) return succeed(newer, price)
    if (theirs === sku.price && !isRetry) return send(newer, price, true)
    onProduct(newer)
    return fail(
      theirs === undefined
        ? productListWords.price.gone
        : productListWords.price.changed(formatPrice(theirs)),
    )
  }

  async function save(price: Fen): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(undefined)
    const isSaved = await send(product, price, false)
    setBusy(false)
    return isSaved
  }

  return { busy, ...(error ? { error } : {}), save }
}
