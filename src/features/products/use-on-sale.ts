import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'
import { sayFailure } from '@/locales/zh-CN/failure'
import { bodyOf, draftOf } from './product-draft'

export interface OnSale {
  busy?: Id
  /** The product that was hidden or shown last: that can be taken back. */
  last?: Id
  trouble?: { productId: Id; words: string }
  toggle(product: Product): Promise<void>
}

const put = (shopId: Id, product: Product, onSale: boolean) =>
  call('PUT /api/shops/:shopId/products/:productId', {
    params: { shopId, productId: product.id },
    body: { ...bodyOf(draftOf(product)), onSale },
  })

/** A product changed elsewhere meanwhile only lends its newer state to this one change. */
async function putOverNewest(shopId: Id, product: Product, onSale: boolean) {
  const first = await put(shopId, product, onSale)
  const newer =
    !first.ok && first.failure.code === 'version-conflict'
      ? (first.failure.current as Product | undefined)
      : undefined
  return newer ? put(shopId, newer, onSale) : first
}

/** Hides a product from buyers or shows it: seen at once, taken back when the server did not take it. */
export function useOnSale(shopId: Id, replace: (product: Product) => void): OnSale {
  const [busy, setBusy] = useState<Id>()
  const [last, setLast] = useState<Id>()
  const [trouble, setTrouble] = useState<OnSale['trouble']>()

  async function toggle(product: Product) {
    if (busy) return
    setBusy(product.id)
    setTrouble(undefined)
    setLast(product.id)
    replace({ ...product, onSale: !product.onSale })
    const result = await putOverNewest(shopId, product, !product.onSale)
    setBusy(undefined)
    if (result.ok) return replace(result.data)
    replace(product)
    setLast(undefined)
    setTrouble({ productId: product.id, words: sayFailure(result.failure) })
  }

  return { ...(busy ? { busy } : {}), ...(last ? { last } : {}), ...(trouble ? { trouble } : {}), toggle }
}
