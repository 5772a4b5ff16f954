import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { describeFailure } from '@/locales/failure'
import { draftFromProduct, toProductBody } from '../form/product-draft'
import { rebaseStoredDraft } from '../form/product-draft-store'

export interface OnSaleToggle {
  busy?: Id
  error?: { productId: Id; message: string }
  toggle(product: Product): Promise<void>
}

const put = (shopId: Id, product: Product, onSale: boolean) =>
  call('PUT /api/shops/:shopId/products/:productId', {
    params: { shopId, productId: product.id },
    body: { ...toProductBody(draftFromProduct(product)), onSale },
  })

/** Sends the change; on a version conflict, sends it once more based on the newer version. */
async function putOverLatest(shopId: Id, product: Product, onSale: boolean) {
  const first = await put(shopId, product, onSale)
  const newer =
    !first.ok && first.failure.code === 'version-conflict'
      ? (first.failure.current as Product | undefined)
      : undefined
  return newer ? put(shopId, newer, onSale) : first
}

/** Hides or shows a product optimistically; the change is rolled back if the server rejects it. */
export function useToggleOnSale(shopId: Id, replace: (product: Product) => void): OnSaleToggle {
  const [busy, setBusy] = useState<Id>()
  const [error, setError] = useState<OnSaleToggle['error']>()

  async function toggle(product: Product) {
    if (busy) return
    setBusy(product.id)
    setError(undefined)
    replace({ ...product, onSale: !product.onSale })
    const result = await putOverLatest(shopId, product, !product.onSale)
    setBusy(undefined)
    if (result.ok) {
      const { onSale } = result.data
      rebaseStoredDraft(shopId, result.data, (draft) => ({ ...draft, onSale }))
      return replace(result.data)
    }
    replace(product)
    setError({ productId: product.id, message: describeFailure(result.failure) })
  }

  return { ...(busy ? { busy } : {}), ...(error ? { error } : {}), toggle }
}
