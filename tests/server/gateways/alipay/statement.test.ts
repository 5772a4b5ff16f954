import { parseDetails } from '../../../../server/gateways/alipay/statement'
import { ALIPAY_OWNER } from '../../support/alipay'

const COLUMNS =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注'
const CSV = [
  '#支付宝业务明细查询',
  '#账号：[20880000000000010156]',
  COLUMNS,
  '2026112822001\t,N1\t,交易\t,核桃\t,2026-11-28 10:00:00,2026-11-28 10:00:05,31.00,31.00,\t,-0.19,\t',
  '2026112822001\t,N1\t,退款\t,核桃\t,2026-11-28 10:00:00,2026-11-28 11:00:00,-10.00,-10.00,N1-1\t,0.06,\t',
  '#-----------------------------------------业务明细列表结束------------------------------------',
].join('\r\n')

test('parseDetails reads payments and refunds in fen', () => {
  expect(parseDetails(CSV, ALIPAY_OWNER)).toEqual([
    {
      kind: 'payment',
      number: 'N1',
      transactionId: '2026112822001',
      merchant: ALIPAY_OWNER,
      amount: 3100,
      fee: 19,
    },
    {
      kind: 'refund',
      number: 'N1-1',
      transactionId: '2026112822001',
      merchant: ALIPAY_OWNER,
      amount: 1000,
      fee: -6,
    },
  ])
})

test('parseDetails rejects a line without an amount', () => {
  const broken = CSV.replace('31.00,31.00', 'much,31.00')
  expect(() => parseDetails(broken, ALIPAY_OWNER)).toThrow('a line without an amount')
})
