import { startOfDay } from '@/domain/day'
import { addMonths, boundsOf, daysOf, monthOf } from '@/domain/month'
import { movements } from '@/domain/payment/ledger'
import {
  amountOf,
  type DatedMovement,
  hasMoved,
  type MoneyMonth,
  sumDays,
  sumMovements,
  summarizeMonth,
  totalCollected,
} from '@/domain/payment/money-month'
import { partsOfSum } from '@/domain/payment/money-part'

const at = (day: string, hour = 12) => startOfDay(day) + hour * 3_600_000

type Cause = DatedMovement['cause']

const moved = (cause: Cause, when: number, list: ReturnType<typeof movements.placed>): DatedMovement[] =>
  list.map((movement) => ({ ...movement, cause, at: when }))

describe('a month', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', -17, '2024-12'],
  ])('maps %s plus %i months to %s', (month, count, end) => {
    expect(addMonths(month, count)).toBe(end)
  })

  it('has all its days, also in a leap year', () => {
    expect(daysOf('2026-11')).toHaveLength(30)
    expect(daysOf('2028-02')).toHaveLength(29)
    expect(daysOf('2026-12').at(-1)).toBe('2026-12-31')
  })

  it('begins and ends at midnight in China', () => {
    expect(boundsOf('2026-11').from).toBe(Date.parse('2026-10-31T16:00:00Z'))
    expect(monthOf(boundsOf('2026-11').until)).toBe('2026-12')
    expect(monthOf(boundsOf('2026-11').until - 1)).toBe('2026-11')
  })
})

describe('summarizeMonth', () => {
  const all = [
    ...moved('placed', at('2026-11-02'), movements.placed(5000)),
    ...moved('collected', at('2026-11-02'), movements.collected(5000, { amount: 4800, means: 'code' })),
    ...moved('paid', at('2026-11-03', 23.99), movements.paid('wechat', 3000)),
    ...moved('fee', at('2026-11-04'), movements.fee('wechat', 18)),
    ...moved('refund-granted', at('2026-11-05'), movements['refund-granted'](1000)),
    ...moved('refunded', at('2026-11-05'), movements.refunded('wechat', 1000)),
    ...moved('refunded', at('2026-11-05'), movements.refunded('cash', 300)),
    ...moved('paid', at('2026-10-31'), movements.paid('alipay', 9999)),
    ...moved('paid', at('2026-12-01', 0), movements.paid('alipay', 9999)),
  ]

  it('sums the amounts collected, refunded and paid as fees by day', () => {
    const nothing = { cash: 0, code: 0, wechat: 0, alipay: 0 }
    const empty = { collected: nothing, refunded: 0, refundedBy: nothing, fees: 0 }
    expect(summarizeMonth('2026-11', all).filter(hasMoved)).toEqual([
      { ...empty, day: '2026-11-02', collected: { ...nothing, code: 4800 } },
      { ...empty, day: '2026-11-03', collected: { ...nothing, wechat: 3000 } },
      { ...empty, day: '2026-11-04', fees: 18 },
      { ...empty, day: '2026-11-05', refunded: 1300, refundedBy: { ...nothing, cash: 300, wechat: 1000 } },
    ])
  })

  it('leaves out movements of other months', () => {
    const sum = sumDays(summarizeMonth('2026-11', all))
    expect(sum).toMatchObject({ refunded: 1300, refundedBy: { cash: 300, wechat: 1000 }, fees: 18 })
    expect(totalCollected(sum)).toBe(7800)
  })

  it('sums movements of every month with sumMovements', () => {
    const sum = sumMovements(all)
    expect(sum).toMatchObject({ refunded: 1300, refundedBy: { cash: 300, wechat: 1000 }, fees: 18 })
    expect(totalCollected(sum)).toBe(7800 + 2 * 9999)
  })

  it('subtracts a collection that was undone', () => {
    const undone = moved(
      'collected-undone',
      at('2026-11-03'),
      movements['collected-undone'](5000, { amount: 5100, means: 'cash' }),
    )
    const collected = moved(
      'collected',
      at('2026-11-02'),
      movements.collected(5000, { amount: 5100, means: 'cash' }),
    )
    expect(totalCollected(sumDays(summarizeMonth('2026-11', [...collected, ...undone])))).toBe(0)
  })
})

describe('amountOf', () => {
  const month: MoneyMonth = {
    month: '2026-11',
    days: summarizeMonth('2026-11', [
      ...moved('collected', at('2026-11-02'), movements.collected(5000, { amount: 5000, means: 'cash' })),
      ...moved('paid', at('2026-11-03'), movements.paid('alipay', 3000)),
      ...moved('refunded', at('2026-11-03'), movements.refunded('cash', 700)),
      ...moved('refunded', at('2026-11-04'), movements.refunded('alipay', 200)),
    ]),
    due: { orders: 3, amount: 9000 },
    dueDays: [
      { day: '2026-11-02', orders: 1, amount: 1500 },
      { day: '2026-11-04', orders: 1, amount: 2500 },
    ],
    owed: 400,
  }

  it('returns the sum of the ways of payment, for the month and for each day', () => {
    for (const part of ['collected', 'refunded'] as const)
      for (const day of [undefined, '2026-11-02', '2026-11-03', '2026-11-04']) {
        const sum = (partsOfSum[part] ?? []).reduce((total, way) => total + amountOf(month, way, day), 0)
        expect([part, day, sum]).toEqual([part, day, amountOf(month, part, day)])
      }
    expect(amountOf(month, 'collected')).toBe(8000)
    expect(amountOf(month, 'refunded-cash', '2026-11-03')).toBe(700)
  })

  it('returns the amount due for the month or for one day, and the amounts due and owed now', () => {
    expect(amountOf(month, 'due')).toBe(4000)
    expect(amountOf(month, 'due', '2026-11-04')).toBe(2500)
    expect([amountOf(month, 'due-now'), amountOf(month, 'owed-now')]).toEqual([9000, 400])
  })
})
