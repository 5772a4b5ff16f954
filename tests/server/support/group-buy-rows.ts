import type { Selectable } from 'kysely'
import type { GroupBuySkuTable, GroupBuyTable } from '../../../server/db/group-buy-tables'

/** A group buy with its goods, with a value in each column. */
export const groupBuyRows = (
  shopId: string,
  now: number,
): { group_buy: Selectable<GroupBuyTable>; group_buy_sku: Selectable<GroupBuySkuTable> } => ({
  group_buy: {
    ...{ shop_id: shopId, id: 'group-buy', version: 1, edit_hash: 'edit', state: 'closed', words: '周六送' },
    ...{ points: '[]', fulfilments: '[]', minimum_kind: 'units', minimum: 1, accepts: 1, history: '[]' },
    ...{ created_at: now, published_at: now, ends_at: now, decide_by: now, closed_at: now, prolonged: 0 },
    ...{ last_entry: 1, entries: 1, updatable_message: '{"activityId":"activity"}' },
  },
  group_buy_sku: {
    ...{ shop_id: shopId, group_buy_id: 'group-buy', sku_id: 'sku', position: 0, price: 1 },
    ...{ struck_price: 2, max_per_person: 1, max: 1, taken: 1 },
  },
})
