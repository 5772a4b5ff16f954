import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Query } from '../../../../server/db/database'

const sources = ['server', 'mock-server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('server/db/migrations/')),
)
const filesWith = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))

describe('states of orders', () => {
  it('are columns that the types of the database let nobody update', () => {
    const writers = [
      // @ts-expect-error only moveOrder writes it
      (tx: Query) => tx.updateTable('shop_order').set({ state: 'done' }),
      // @ts-expect-error only moveOrder writes it
      (tx: Query) => tx.updateTable('shop_order').set({ payment_state: 'paid' }),
      // @ts-expect-error only moveOrder writes it
      (tx: Query) => tx.updateTable('shop_order').set({ after_sale: 'none' }),
      // @ts-expect-error only moveOrder writes it
      (tx: Query) => tx.updateTable('shop_order').set({ payment_method: 'wechat' }),
    ]
    expect(writers).toHaveLength(4)
  })

  it('are written past these types by moveOrder alone', () => {
    expect(filesWith(/MovableOrders/)).toEqual([
      'server/db/order-tables.ts',
      'server/modules/orders/move-order.ts',
    ])
    expect(
      filesWith(/update\s+shop_order|updateTable\('shop_order'\)[^;]*\bas (any|never|object)\b/i),
    ).toEqual([])
  })
})
