import type { Database } from '../../server/db/database'
import { searchColumns } from '../../server/modules/orders/order-search'
import { newId } from '../support/api-client'

const NAMES = ['核桃', '花椒', '木耳', '柿饼', '党参', '苹果', '洋芋', '土蜂蜜', '菜籽油', '腊肉']
export const nameOf = (index: number) => `${NAMES[index % NAMES.length]}${Math.floor(index / NAMES.length)}号`

/** Multiplies one order, with other receivers and goods and, if given, other columns. */
export async function multiplyOrder(
  { query }: Database,
  orderId: string,
  { orders, goods }: { orders: number; goods: number },
  columnsOf: (index: number) => object = () => ({}),
): Promise<void> {
  const template = await query
    .selectFrom('shop_order')
    .selectAll()
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  for (let from = 1; from < orders; from += 50) {
    const rows = Array.from({ length: Math.min(50, orders - from) }, (_, i) => {
      const index = from + i
      const receiver = { name: `收货人${index % 400}`, phone: `1990000${String(index).padStart(4, '0')}` }
      const lines = [{ name: nameOf(index % goods) }, { name: nameOf((index * 7) % goods) }]
      return {
        ...template,
        ...{ id: newId(), number: index + 1, created_at: template.created_at + index },
        ...searchColumns(receiver, lines),
        ...columnsOf(index),
      }
    })
    await query.insertInto('shop_order').values(rows).execute()
  }
}
