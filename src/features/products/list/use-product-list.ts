import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import { usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { sendMoves, useStockMoves } from '../stock/stock-moves'
import { type ProductFinder, productQuery } from './product-finder'
import { useToggleOnSale } from './use-toggle-on-sale'

const readProducts = (shopId: Id, finder: ProductFinder, cursor?: string) =>
  call(
    'GET /api/shops/:shopId/products',
    {
      params: { shopId },
      query: { ...productQuery(finder), ...(cursor === undefined ? {} : { cursor }) },
    },
    'signed-in',
  )

/** Loads the shop's products and keeps them current while the panel is visible, with the changes made here. */
export function useProductList(
  { shopId, active, onChanged }: { shopId: Id; active: boolean; onChanged(): void },
  finder: ProductFinder,
) {
  const pages = usePages<Product>(`products ${shopId} ${JSON.stringify(finder)}`, (cursor) =>
    readProducts(shopId, finder, cursor),
  )
  const { reload, change } = pages
  const replace = (...products: Product[]) => {
    change((list) => list.map((one) => products.find(({ id }) => id === one.id) ?? one))
    onChanged()
  }
  const onSale = useToggleOnSale(shopId, replace)
  const onStock = (skuId: Id, stock: number) => {
    change((list) => list.map((one) => withStock(one, skuId, stock)))
    onChanged()
  }
  useReloadOnReturn(active, reload)
  useResendWhenOnline(shopId, onStock)
  return { pages, onSale, onStock, replace }
}

const withStock = (product: Product, skuId: Id, stock: number): Product =>
  product.skus.some(({ id }) => id === skuId)
    ? { ...product, skus: product.skus.map((sku) => (sku.id === skuId ? { ...sku, stock } : sku)) }
    : product

/** Sends unanswered stock moves again when the network returns. */
function useResendWhenOnline(shopId: Id, onStock: (skuId: Id, stock: number) => void) {
  const latest = useRef(onStock)
  latest.current = onStock
  useEffect(() => {
    const resend = () => {
      for (const [skuId, { inFlight }] of Object.entries(useStockMoves.getState().moves))
        if (inFlight) void sendMoves(shopId, skuId, (sku, stock) => latest.current(sku, stock))
    }
    const retry = createRetry(resend, retryPolicies.read)
    retry.schedule()
    return retry.cancel
  }, [shopId])
}
