import { useState } from 'react'
import { type Fen, parseYuan } from '@/domain/money'
import { isDoubtfulPrice } from '@/domain/product/price-range'
import type { Trade } from '@/domain/shop/trade'
import type { DraftSku, ProductDraft } from './product-draft'

interface PriceConfirmation {
  /** The price to confirm, and the one that its sku had until now for the same unit. */
  doubt?: { price: string; before?: Fen }
  /** Runs `save` once every doubtful price is confirmed, or at once if there is none. */
  check(save: () => void): void
  confirm(): void
  close(): void
}

/** The saved price of a sku, unless the unit was changed since. */
const savedPrice = ({ known }: DraftSku, draft: ProductDraft): Fen | undefined =>
  draft.unit.trim() === draft.knownUnit ? known?.price : undefined

/** Requests a confirmation of each doubtful price of a draft before it is saved. */
export function usePriceConfirmation(trade: Trade, draft: ProductDraft): PriceConfirmation {
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<{ price: string; before?: Fen; save(): void }>()
  const keyOf = (price: string) => `${price}/${draft.unit}`

  const check = (save: () => void, known: readonly string[] = confirmed) => {
    const { name, unit } = draft
    const sku = draft.skus.find((one) => {
      const before = savedPrice(one, draft)
      const isNew = parseYuan(one.price) !== before && !known.includes(keyOf(one.price))
      return isNew && isDoubtfulPrice(one.price, { trade, unit, name, before })
    })
    const before = sku && savedPrice(sku, draft)
    setAsking(sku && { price: sku.price, save, ...(before === undefined ? {} : { before }) })
    if (!sku) save()
  }

  const confirm = () => {
    if (!asking) return
    const known = [...confirmed, keyOf(asking.price)]
    setConfirmed(known)
    check(asking.save, known)
  }

  return {
    ...(asking ? { doubt: asking } : {}),
    check: (save) => check(save),
    confirm,
    close: () => setAsking(undefined),
  }
}
