import { translated } from '../translation'

/** The quarterly report about sellers, for the tax office and the market regulator. */
export const taxReportWords = translated('taxReportWords', {
  incomes: '收入信息',
  sellers: '经营者信息',
  seller: [
    ...(['店铺名称', '店铺网址', '地址', '联系电话', '登记情况', '经营者', '统一社会信用代码'] as const),
    '身份证件号码（另填）',
  ],
  income: ['订单数', '收入总额', '退款金额', '收入净额'],
  state: ['开店日期', '状态'],
  open: '开着',
  blocked: '封了',
  basis: {
    none: '没有写明',
    produce: '未登记，自产农副产品',
    handicraft: '未登记，家庭手工业产品',
    services: '未登记，便民劳务',
    small: '未登记，零星小额',
    licensed: '已登记',
  },
} as const)
