import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { retryPolicies } from '@/api/retry'
import { type ReadState, useRead } from '@/api/use-read'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'

/** The page size of a read. */
const LIMIT = 100

async function readAllProducts(shopId: Id): Promise<Result<Product[]>> {
  const data: Product[] = []
  for (let next: string | undefined; ; ) {
    const result = await call(
      'GET /api/shops/:shopId/products',
      { params: { shopId }, query: { limit: LIMIT, ...(next === undefined ? {} : { cursor: next }) } },
      'signed-in',
    )
    if (!result.ok) return result
    data.push(...result.data.items)
    if (result.data.next === undefined) return { ok: true, data }
    next = result.data.next
  }
}

/** Reads all products of a shop: a section may show any of them, and the owner chooses among them. */
export const useAllProducts = (shopId: Id): ReadState<Product[]> =>
  useRead(`goods of ${shopId}`, () => readAllProducts(shopId), { policy: retryPolicies.editor })
