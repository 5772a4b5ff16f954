import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import { isUnusualPriceInput } from '@/domain/price-range'
import type { Trade } from '@/domain/trade'
import type { DraftSku, ProductDraft } from './product-draft'

interface PriceConfirmation {
  /** The unusual price to confirm. */
  price?: string
  /** Runs `save` once every unusual price is confirmed, or at once if there is none. */
  check(save: () => void): void
  confirm(): void
  close(): void
}

/** True if the price is already saved for the same unit and needs no confirmation. */
const isSaved = ({ known, price }: DraftSku, draft: ProductDraft): boolean =>
  known?.price === parseYuan(price) && draft.unit.trim() === draft.knownUnit

/** Requests a confirmation of each unusual price of a draft before it is saved. */
export function usePriceConfirmation(trade: Trade, draft: ProductDraft): PriceConfirmation {
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<{ price: string; save(): void }>()
  const keyOf = (price: string) => `${price}/${draft.unit}`

  const check = (save: () => void, known: readonly string[] = confirmed) => {
    const sku = draft.skus.find(
      (one) =>
        isUnusualPriceInput(one.price, trade, draft.unit) &&
        !isSaved(one, draft) &&
        !known.includes(keyOf(one.price)),
    )
    setAsking(sku && { price: sku.price, save })
    if (!sku) save()
  }

  const confirm = () => {
    if (!asking) return
    const known = [...confirmed, keyOf(asking.price)]
    setConfirmed(known)
    check(asking.save, known)
  }

  return {
    ...(asking ? { price: asking.price } : {}),
    check: (save) => check(save),
    confirm,
    close: () => setAsking(undefined),
  }
}
