import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Entry } from '@/domain/group-buy/hand-out'
import type { Id } from '@/domain/id'

/** Reads all entries of a group buy, page by page. */
export async function readEntries(shopId: Id, groupBuyId: Id): Promise<Entry[] | Failure> {
  const entries: Entry[] = []
  let cursor: string | undefined
  do {
    const result = await call('GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders', {
      params: { shopId, groupBuyId },
      query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    })
    if (!result.ok) return result.failure
    entries.push(...result.data.items)
    cursor = result.data.next
  } while (cursor !== undefined)
  return entries
}
