import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { type Trade, tradeDefaults } from '@/domain/shop/trade'
import { newId } from '@/platform/device/new-id'
import { draftFromProduct, draftLike, emptyDraft, type ProductDraft } from './product-draft'
import { draftKey, useProductDrafts } from './product-draft-store'

interface StoredDraft {
  draft: ProductDraft
  /** True if the draft was restored from an earlier visit. */
  resumed: boolean
  edit(change: (draft: ProductDraft) => ProductDraft): void
  /** Discards the draft and starts again from the saved product. */
  discard(): void
}

const defaultUnit = (trade: Trade): string => tradeDefaults(trade).goods[0]?.units[0] ?? ''

/** The source of a draft: a saved product, a copy of one, or nothing. */
export interface DraftSource {
  product?: Product | undefined
  like?: Product | undefined
}

const newDraft = (trade: Trade, like: Product | undefined): ProductDraft =>
  like ? draftLike(like, newId) : emptyDraft(newId(), newId(), defaultUnit(trade))

/** The draft of a product, persisted from the first change until it is saved. */
export function useProductDraft(shopId: Id, trade: Trade, { product, like }: DraftSource): StoredDraft {
  const key = draftKey(shopId, product?.id, like?.id)
  const stored = useProductDrafts(({ drafts }) => drafts[key])
  const [resumed, setResumed] = useState(stored !== undefined)
  const [fresh, setFresh] = useState(() => newDraft(trade, like))
  const start = product ? draftFromProduct(product) : fresh
  return {
    draft: stored ?? start,
    resumed: resumed && stored !== undefined,
    edit: (change) => {
      const { drafts, put } = useProductDrafts.getState()
      const before = drafts[key] ?? start
      const after = change(before)
      if (after !== before) put(key, after)
    },
    discard: () => {
      useProductDrafts.getState().drop(key)
      setFresh(newDraft(trade, like))
      setResumed(false)
    },
  }
}
