import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { type ReadState, useRead } from '@/api/use-read'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'

/** The most that is read at once. */
const LIMIT = 100

async function readGoods(shopId: Id): Promise<Result<Product[]>> {
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

/** All goods of a shop: a section may show any of them by itself, and she may choose among them. */
export const useGoods = (shopId: Id): ReadState<Product[]> =>
  useRead(`goods of ${shopId}`, () => readGoods(shopId))
