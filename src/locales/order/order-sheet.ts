import type { PaymentState } from '@/domain/payment/payment'
import { translated } from '../translation'

/** The spreadsheet of orders. */
export const orderSheetWords = translated('orderSheetWords', {
  file: (slug: string, day: string) => `orders-${slug}-${day}.xlsx`,
  orders: '订单',
  goods: '要备的货',
  columns: {
    number: '第几单',
    at: '下单时间',
    state: '办到哪一步',
    fulfilment: '怎么送',
    slot: '哪天送、哪天拿',
    name: '收货人',
    phone: '电话',
    address: '地址',
    lines: '货',
    goods: '货款（元）',
    freight: '送货费（元）',
    total: '合计（元）',
    collected: '实收（元）',
    returned: '退了（元）',
    method: '怎么付',
    payment: '钱',
    parcel: '快递',
    note: '留言',
  },
  goodsColumns: {
    fulfilment: '怎么送',
    slot: '哪天送、哪天拿',
    name: '货',
    quantity: '共',
    unit: '单位',
    orders: '几单',
    numbers: '第几单',
  },
  payments: {
    pending: '等付钱',
    due: '没收',
    paid: '收到了',
    refunding: '正在退',
    refunded: '退了',
    void: '没有付',
  } satisfies Record<PaymentState, string>,
  newest: (most: number) => `这里只有最近的 ${most} 单。要存再早的，先选一天或一个月，再存一次。`,
  card: '把这些单存成表格，电脑上打开、打印都行。',
} as const)
