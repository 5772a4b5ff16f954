import fc from 'fast-check'
import { collectionMeans } from '@/domain/payment/collection'
import {
  balancesOf,
  type LedgerMovement,
  ledgerAccounts,
  type MoneyAccount,
  movements,
} from '@/domain/payment/ledger'
import { onlineMethods } from '@/domain/payment/payment'
import { forAll } from '../../support/for-all'

const anyAmount = fc.integer({ min: 0, max: 100_000_000 })
const anyMeans = fc.constantFrom(...collectionMeans)
const anyMethod = fc.constantFrom(...onlineMethods)

const anyMovements: fc.Arbitrary<LedgerMovement[]> = fc
  .array(
    fc.oneof(
      anyAmount.map(movements.placed),
      anyAmount.map(movements.voided),
      fc
        .tuple(anyAmount, anyAmount, anyMeans)
        .map(([due, amount, means]) => movements.collected(due, { amount, means })),
      fc.tuple(anyMethod, anyAmount).map(([method, amount]) => movements.paid(method, amount)),
      fc.tuple(anyMethod, anyAmount).map(([method, amount]) => movements['paid-in-vain'](method, amount)),
      anyAmount.map(movements['refund-granted']),
      fc.tuple(anyMethod, anyAmount).map(([method, amount]) => movements.refunded(method, amount)),
      fc
        .tuple(anyMethod, anyAmount, fc.boolean())
        .map(([method, amount, isReturned]) => movements.fee(method, isReturned ? -amount : amount)),
    ),
  )
  .map((all) => all.flat())

/** The accounts with a balance. */
const openBalances = (all: readonly LedgerMovement[]) =>
  Object.fromEntries(Object.entries(balancesOf(all)).filter(([, amount]) => amount !== 0))

describe('the ledger', () => {
  it('is balanced after any movements and contains only positive amounts between two accounts', () =>
    forAll(anyMovements, (all) => {
      expect(all.every(({ amount, debit, credit }) => amount > 0 && debit !== credit)).toBe(true)
      const balances = balancesOf(all)
      expect(ledgerAccounts.reduce((sum, account) => sum + balances[account], 0)).toBe(0)
    }))

  it('holds the total of an order as receivable until it is paid or the order is cancelled', () => {
    expect(openBalances(movements.placed(2500))).toEqual({ receivable: 2500, sales: -2500 })
    expect(openBalances([...movements.placed(2500), ...movements.voided(2500)])).toEqual({})
    expect(openBalances([...movements.placed(2500), ...movements.paid('wechat', 2500)])).toEqual({
      ...{ wechat: 2500, sales: -2500 },
    })
  })

  it.each([
    ['exactly the total', { amount: 2500, means: 'cash' }, { cash: 2500, sales: -2500 }],
    ['the total by receive code', { amount: 2500, means: 'code' }, { code: 2500, sales: -2500 }],
    ['less, as a discount', { amount: 2300, means: 'cash' }, { cash: 2300, discounts: 200, sales: -2500 }],
    ['more, as a surplus', { amount: 2600, means: 'code' }, { code: 2600, surplus: -100, sales: -2500 }],
    ['nothing', { amount: 0, means: 'cash' }, { discounts: 2500, sales: -2500 }],
  ] as const)('records that the seller collected %s', (_, collected, balances) => {
    const all = [...movements.placed(2500), ...movements.collected(2500, collected)]
    expect(openBalances(all)).toEqual(balances)
    expect(openBalances([...all, ...movements['collected-undone'](2500, collected)])).toEqual({
      ...{ receivable: 2500, sales: -2500 },
    })
  })

  it.each<MoneyAccount>([...collectionMeans, ...onlineMethods])(
    'subtracts a refund from the account %s that received the payment',
    (method) => {
      const paid = [...movements.placed(2500), ...movements.paid(method, 2500)]
      const granted = [...paid, ...movements['refund-granted'](1000)]
      expect(openBalances(granted)).toMatchObject({ refundable: -1000, returns: 1000 })
      const settled = balancesOf([...granted, ...movements.refunded(method, 1000)])
      expect(settled.refundable).toBe(0)
      expect(settled.cash + settled.code + settled.wechat + settled.alipay).toBe(1500)
    },
  )

  it('records a payment that arrives after its order was cancelled as refundable', () => {
    const closed = [
      ...movements.placed(2500),
      ...movements.voided(2500),
      ...movements['paid-in-vain']('alipay', 2500),
    ]
    expect(openBalances(closed)).toEqual({ alipay: 2500, refundable: -2500 })
    expect(openBalances([...closed, ...movements.refunded('alipay', 2500)])).toEqual({})
  })

  it('subtracts fees from the balance of a payment service, and adds returned fees', () => {
    const paid = [
      ...movements.placed(2500),
      ...movements.paid('wechat', 2500),
      ...movements.fee('wechat', 15),
    ]
    expect(balancesOf(paid)).toMatchObject({ wechat: 2485, fees: 15 })
    expect(balancesOf([...paid, ...movements.fee('wechat', -15)])).toMatchObject({ wechat: 2500, fees: 0 })
  })
})
