import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import { looksUnusual } from '@/domain/price-range'
import type { Trade } from '@/domain/trade'
import type { Draft, DraftSku } from './product-draft'

interface PriceDoubt {
  /** The price that is asked about. */
  price?: string
  /** Runs `save` at once, or once every unusual price was said to be right. */
  check(save: () => void): void
  sure(): void
  close(): void
}

/** A price that the server has already, by the same unit, was decided before. */
const isSaved = ({ known, price }: DraftSku, draft: Draft): boolean =>
  known?.price === parseYuan(price) && draft.unit.trim() === draft.knownUnit

/** Asks once about each unusual price of a draft before it is saved. */
export function usePriceDoubt(trade: Trade, draft: Draft): PriceDoubt {
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<{ price: string; save(): void }>()
  const keyOf = (price: string) => `${price}/${draft.unit}`

  const check = (save: () => void, known: readonly string[] = confirmed) => {
    const sku = draft.skus.find(
      (one) =>
        looksUnusual(one.price, trade, draft.unit) &&
        !isSaved(one, draft) &&
        !known.includes(keyOf(one.price)),
    )
    setAsking(sku && { price: sku.price, save })
    if (!sku) save()
  }

  const sure = () => {
    if (!asking) return
    const known = [...confirmed, keyOf(asking.price)]
    setConfirmed(known)
    check(asking.save, known)
  }

  return {
    ...(asking ? { price: asking.price } : {}),
    check: (save) => check(save),
    sure,
    close: () => setAsking(undefined),
  }
}
