import type { OrderSummary } from '@/domain/order/order'
import { splitLongTexts } from '../../../../server/db/migrations/0041-fewer-indexes'
import { searchColumns } from '../../../../server/modules/orders/order-search'
import { signIn } from '../../support/api-client'
import { environmentPerFile } from '../../support/test-environment'
import { placeTestOrder, receiver, shopPerFile } from '../../support/test-shop'

const env = environmentPerFile()
const shop = shopPerFile(env, { stock: 10 })

async function find(query: Record<string, string>): Promise<number[]> {
  const answer = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?${new URLSearchParams(query)}`)
  return answer.json<{ items: OrderSummary[] }>().items.map(({ number }) => number)
}

describe('an order with more text than the index contains', () => {
  const lines = Array.from({ length: 62 }, (_, i) => ({
    name: `成县山里的老树核桃${String.fromCharCode(0x4e00 + i)}`,
  }))
  const columns = searchColumns(receiver, lines)

  const store = async (changed: object): Promise<number> => {
    const { id, number } = await placeTestOrder(shop, await signIn(env.app))
    await env.deps.db.query.updateTable('shop_order').set(changed).where('id', '=', id).execute()
    return number
  }

  it('is divided between two of its texts', () => {
    const { search, search_more: more } = columns
    expect(search.length).toBeLessThanOrEqual(600)
    const texts = [...search.split('\n'), ...(more ?? '').split('\n')]
    expect(texts).toEqual(expect.arrayContaining(lines.map(({ name }) => name)))
    expect(more).not.toMatch(/^\n|\n$/)
  })

  it('is found by each of its goods, once', async () => {
    const number = await store(columns)
    for (const { name } of [lines[0], lines[61]] as { name: string }[])
      expect(await find({ search: name })).toEqual([number])
    expect(await find({ search: '山里的老树核桃' })).toEqual([number])
    expect(await find({ search: '山里的老树核桃', state: 'done' })).toEqual([])
    await env.deps.db.query
      .updateTable('shop_order')
      .set({ search_more: null })
      .where('shop_id', '=', shop.shopId)
      .execute()
    expect(await find({ search: lines[61]?.name ?? '' })).toEqual([])
  })

  it('is divided in the same way by the migration', async () => {
    const number = await store({ search: `${columns.search}\n${columns.search_more}`, search_more: null })
    await splitLongTexts(env.deps.db.query as never)
    const stored = await env.deps.db.query
      .selectFrom('shop_order')
      .select(['search', 'search_more'])
      .where('shop_id', '=', shop.shopId)
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(stored).toEqual(columns)
  })
})
