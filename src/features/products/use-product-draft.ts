import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'
import { type Trade, tradeDefaults } from '@/domain/trade'
import { newId } from '@/platform/device/new-id'
import { type Draft, draftOf, emptyDraft } from './product-draft'
import { draftKey, useProductDrafts } from './product-drafts'

interface KeptDraft {
  draft: Draft
  /** Typed before, in another visit, and not saved. */
  resumed: boolean
  edit(change: (draft: Draft) => Draft): void
  /** Forgets what was typed; it begins anew from what is saved. */
  forget(): void
}

const unitsOf = (trade: Trade): string => tradeDefaults(trade).goods[0]?.units[0] ?? ''

/** The draft of a product, kept from the first change until it is saved. */
export function useProductDraft(shopId: Id, trade: Trade, product: Product | undefined): KeptDraft {
  const key = draftKey(shopId, product?.id)
  const kept = useProductDrafts(({ drafts }) => drafts[key])
  const [resumed, setResumed] = useState(kept !== undefined)
  const [fresh, setFresh] = useState(() => emptyDraft(newId(), newId(), unitsOf(trade)))
  const start = product ? draftOf(product) : fresh
  return {
    draft: kept ?? start,
    resumed: resumed && kept !== undefined,
    edit: (change) => {
      const { drafts, put } = useProductDrafts.getState()
      const before = drafts[key] ?? start
      const after = change(before)
      if (after !== before) put(key, after)
    },
    forget: () => {
      useProductDrafts.getState().drop(key)
      setFresh(emptyDraft(newId(), newId(), unitsOf(trade)))
      setResumed(false)
    },
  }
}
