import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { describeFailure } from '@/locales/failure'
import { manyProductsWords } from '@/locales/product/many-products'
import { rebaseStoredDraft } from '../form/product-draft-store'

/** The API's limit of products per request. */
const MAX_PRODUCTS_PER_REQUEST = 100

const words = manyProductsWords.selecting

interface Change {
  productIds: readonly Id[]
  onSale: boolean
}

interface SetOnSale {
  busy: boolean
  /** The result of the last change, in words. */
  message?: string
  /** Reverts the last change; absent when there is nothing to revert. */
  undo?: () => Promise<void>
  set(products: readonly Product[], onSale: boolean): Promise<void>
  /** Forgets the last change and its message. */
  clear(): void
}

/** Sends a change in parts; it sets a state, so that a repeated request changes nothing more. */
async function send(shopId: Id, { productIds, onSale }: Change, onChanged: (products: Product[]) => void) {
  const done: Product[] = []
  for (let from = 0; from < productIds.length; from += MAX_PRODUCTS_PER_REQUEST) {
    const part = productIds.slice(from, from + MAX_PRODUCTS_PER_REQUEST)
    const result = await call('POST /api/shops/:shopId/products/on-sale', {
      params: { shopId },
      body: { productIds: part, onSale },
    })
    if (!result.ok) return { done, failure: result.failure }
    for (const product of result.data.items)
      rebaseStoredDraft(shopId, product, (draft) => ({ ...draft, onSale }))
    onChanged(result.data.items)
    done.push(...result.data.items)
  }
  return { done }
}

/** Hides or shows several products at once, which can be undone. */
export function useSetOnSale(shopId: Id, onChanged: (products: Product[]) => void): SetOnSale {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [last, setLast] = useState<Change>()

  async function change(wanted: Change, isUndo: boolean) {
    if (busy || wanted.productIds.length === 0) return
    setBusy(true)
    const { done, failure } = await send(shopId, wanted, onChanged)
    setBusy(false)
    const count = done.length
    const result = isUndo ? words.undone(count) : wanted.onSale ? words.shown(count) : words.hidden(count)
    const gone = wanted.productIds.length - count
    setMessage(
      [
        ...(count > 0 ? [result] : []),
        ...(failure ? [describeFailure(failure)] : gone > 0 ? [words.gone(gone)] : []),
      ].join(''),
    )
    // after a failed undo the rest can be undone again
    if (isUndo && failure) return
    setLast(
      isUndo || count === 0 ? undefined : { productIds: done.map(({ id }) => id), onSale: wanted.onSale },
    )
  }

  return {
    busy,
    ...(message ? { message } : {}),
    ...(last ? { undo: () => change({ ...last, onSale: !last.onSale }, true) } : {}),
    set: (products, onSale) =>
      change(
        { productIds: products.filter((one) => one.onSale !== onSale).map(({ id }) => id), onSale },
        false,
      ),
    clear: () => {
      setMessage(undefined)
      setLast(undefined)
    },
  }
}
