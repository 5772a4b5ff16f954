import { BILL_COLUMNS, parseBill } from '../../../../server/gateways/wechat-pay/statement'

const HEAD = BILL_COLUMNS.join(',')

/** A bill's row with some cells; the others are empty. */
const row = (cells: Partial<Record<(typeof BILL_COLUMNS)[number], string>>) =>
  BILL_COLUMNS.map((column) => `\`${cells[column] ?? ''}`).join(',')

const PAYMENT = {
  ...{ 商户号: '1900000002', 特约商户号: '1900000101', 微信订单号: '4200001', 商户订单号: 'T00000001' },
  ...{ 交易状态: 'SUCCESS', 手续费: '0.15000', 订单金额: '25.00', 申请退款金额: '0.00' },
}
const REFUND = {
  ...PAYMENT,
  ...{ 交易状态: 'REFUND', 商户退款单号: 'R1', 手续费: '-0.06000', 订单金额: '0.00', 申请退款金额: '9.99' },
}

const bill = (rows: readonly string[], count = rows.length) =>
  [HEAD, ...rows, '总交易单数,应结订单总金额', `\`${count},\`0.00`, ''].join('\r\n')

describe('parseBill', () => {
  it('reads payments and refunds in fen, with fees to five decimals', () => {
    expect(parseBill(bill([row(PAYMENT), row(REFUND)]))).toEqual([
      {
        ...{ kind: 'payment', number: 'T00000001', transactionId: '4200001', merchant: '1900000101' },
        ...{ amount: 2500, fee: 15 },
      },
      {
        kind: 'refund',
        number: 'R1',
        transactionId: '4200001',
        merchant: '1900000101',
        amount: 999,
        fee: -6,
      },
    ])
  })

  it('names the signing merchant where there is no seller', () => {
    for (const seller of ['0', ''])
      expect(parseBill(bill([row({ ...PAYMENT, 特约商户号: seller })]))[0]?.merchant).toBe('1900000002')
  })

  it('reads a bill with a byte order mark, and a day without trades', () => {
    expect(parseBill(`\uFEFF${bill([row(PAYMENT)])}`)).toHaveLength(1)
    expect(parseBill(bill([]))).toEqual([])
  })

  it.each([
    ['no summary', [HEAD, row(PAYMENT)].join('\n')],
    ['another number of rows than it says', bill([row(PAYMENT)], 2)],
    ['an amount that is none', bill([row({ ...PAYMENT, 订单金额: '二十五' })])],
    ['no amount', bill([row({ ...PAYMENT, 订单金额: '' })])],
    ['nothing', ''],
  ])('rejects a bill with %s', (_, text) => {
    expect(() => parseBill(text)).toThrow(/a bill/)
  })
})
