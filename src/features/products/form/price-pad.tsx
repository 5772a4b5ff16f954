import { useState } from 'react'
import { productFormWords } from '@/locales/product/products'
import { Button } from '@/ui/button/button'
import { NumberPad } from '@/ui/number-pad/number-pad'
import type { DraftSku, ProductDraft } from './product-draft'

interface PricePadProps {
  draft: ProductDraft
  onChange(skus: DraftSku[]): void
}

/** A number pad for the price of a new product with one sku; several prices are typed in their fields. */
export function PricePad({ draft, onChange }: PricePadProps) {
  const [isOpen, setOpen] = useState(true)
  const [sku, other] = draft.skus
  if (!sku || other) return null
  if (!isOpen)
    return (
      <Button kind="soft" size="small" onPress={() => setOpen(true)}>
        {productFormWords.padOpen}
      </Button>
    )
  return (
    <NumberPad
      value={sku.price}
      onChange={(price) => onChange([{ ...sku, price }])}
      done={productFormWords.padDone}
      onDone={() => setOpen(false)}
      doneDisabled={sku.price === ''}
    />
  )
}
