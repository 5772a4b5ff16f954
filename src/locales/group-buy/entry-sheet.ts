import type { PaymentState } from '@/domain/payment/payment'
import { translated } from '../translation'

/** The spreadsheet of a group buy. */
export const entrySheetWords = translated('entrySheetWords', {
  file: (slug: string, day: string) => `jielong-${slug}-${day}.xlsx`,
  totals: '要备的货',
  totalColumns: ['货', '规格', '数量', '单位'],
  other: '别的拿法',
  columns: ['号', '姓名', '电话后四位', '货', '要收（元）', '付钱', '拿走了', '留言'],
  goods: (name: string, quantity: number, unit: string) => `${name}${quantity}${unit}`,
  handedOut: '拿走了',
  payments: {
    due: '没付',
    pending: '等付钱',
    paid: '付过了',
    refunding: '正在退',
    refunded: '退了',
    void: '取消了',
  } satisfies Record<PaymentState, string>,
} as const)
