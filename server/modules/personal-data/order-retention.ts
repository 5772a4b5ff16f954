import type { DataRetention } from './retention'

/** The outcome for every column of orders. */
export const orderRetention: DataRetention['shop_order'] = {
  columns: [
    ...(['shop_id', 'id', 'number', 'buyer_id', 'request_hash', 'state', 'payment_method'] as const),
    ...(['payment_state', 'after_sale', 'lines', 'goods', 'freight', 'total', 'fulfilment'] as const),
    ...(['receiver', 'note', 'history', 'created_at', 'updated_at', 'buyer_address'] as const),
    ...(['expires_at', 'collected', 'collected_means', 'collected_note', 'returned'] as const),
    ...(['answer_by', 'remind_at', 'claim_until', 'search', 'carrier', 'waybill', 'forget_at'] as const),
    ...(['slot_day', 'slot_part', 'details_version', 'change_request', 'search_more'] as const),
    ...(['group_buy_id', 'entry', 'gathering', 'entry_details', 'pay_until'] as const),
  ],
  closing: {
    shortened: ['receiver', 'note', 'history', 'search', 'search_more', 'change_request'],
    changed: ['forget_at'],
  },
  deletion: {
    detached: ['buyer_id'],
    cleared: ['buyer_address'],
    shortened: ['receiver', 'note', 'history', 'search', 'search_more', 'change_request'],
    changed: ['forget_at'],
  },
}
