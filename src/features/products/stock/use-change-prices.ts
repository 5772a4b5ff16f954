import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { type Fen, formatPrice } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import { describeFailure } from '@/locales/failure'
import { productListWords } from '@/locales/product/products'
import { draftFromProduct, toProductBody } from '../form/product-draft'
import { rebaseStoredDraft } from '../form/product-draft-store'

/** A new price of a sku, and the price that the seller saw before. */
export interface PriceChange {
  skuId: Id
  price: Fen
  seen: Fen
}

interface Options {
  shopId: Id
  product: Product
  /** Receives the product as it is saved now, by this or by another device. */
  onProduct(product: Product): void
}

function putPrices(shopId: Id, product: Product, changes: readonly PriceChange[]) {
  const body = toProductBody(draftFromProduct(product))
  const priceOf = new Map(changes.map(({ skuId, price }) => [skuId, price]))
  const skus = body.skus.map((sku) => ({ ...sku, price: priceOf.get(sku.id) ?? sku.price }))
  return call('PUT /api/shops/:shopId/products/:productId', {
    params: { shopId, productId: product.id },
    body: { ...body, skus },
  })
}

const savedPrice = ({ skus }: Product, { skuId }: PriceChange): Fen | undefined =>
  skus.find(({ id }) => id === skuId)?.price

/** An unsaved draft of the form gets the new prices, so that saving it later does not bring the old ones back. */
const rebaseDraftOnPrices = (shopId: Id, saved: Product, changes: readonly PriceChange[]) =>
  rebaseStoredDraft(shopId, saved, (draft) => ({
    ...draft,
    skus: draft.skus.map((sku) => {
      const change = changes.find(({ skuId }) => skuId === sku.id)
      return change ? { ...sku, price: formatPrice(change.price) } : sku
    }),
  }))

/**
 * Changes prices of a product. On a version conflict they are sent once more on top of the newer version, unless one of these
 * prices was changed there: the seller then sees it and decides.
 */
export function useChangePrices({ shopId, product, onProduct }: Options) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  function succeed(saved: Product, changes: readonly PriceChange[]): boolean {
    rebaseDraftOnPrices(shopId, saved, changes)
    onProduct(saved)
    return true
  }

  function fail(message: string): boolean {
    setError(message)
    return false
  }

  async function send(over: Product, changes: readonly PriceChange[], isRetry: boolean): Promise<boolean> {
    const result = await putPrices(shopId, over, changes)
    if (result.ok) return succeed(result.data, changes)
    const { failure } = result
    const newer = failure.code === 'version-conflict' ? (failure.current as Product | undefined) : undefined
    if (!newer) return fail(describeFailure(failure))
    // the reply to an earlier attempt was lost
    if (changes.every((change) => savedPrice(newer, change) === change.price)) return succeed(newer, changes)
    const changedThere = changes.find((change) => savedPrice(newer, change) !== change.seen)
    if (!changedThere && !isRetry) return send(newer, changes, true)
    onProduct(newer)
    const theirs = changedThere && savedPrice(newer, changedThere)
    return fail(
      theirs === undefined
        ? productListWords.price.gone
        : productListWords.price.changed(formatPrice(theirs)),
    )
  }

  /** Returns whether the prices are saved. */
  async function save(changes: readonly PriceChange[]): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(undefined)
    const isSaved = await send(product, changes, false)
    setBusy(false)
    return isSaved
  }

  return { busy, error, save }
}
