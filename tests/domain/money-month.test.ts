import { startOfDay } from '@/domain/day'
import { movements } from '@/domain/ledger'
import { type DatedMovement, hasMoved, sumDays, summarizeMonth, totalCollected } from '@/domain/money-month'
import { addMonths, boundsOf, daysOf, monthOf } from '@/domain/month'

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
  ])('%s and %i is %s', (month, count, end) => {
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
    ...moved('paid', at('2026-10-31'), movements.paid('alipay', 9999)),
    ...moved('paid', at('2026-12-01', 0), movements.paid('alipay', 9999)),
  ]

  it('says by day what was collected, refunded and paid as fees', () => {
    expect(summarizeMonth('2026-11', all).filter(hasMoved)).toEqual([
      { day: '2026-11-02', collected: { cash: 0, code: 4800, wechat: 0, alipay: 0 }, refunded: 0, fees: 0 },
      { day: '2026-11-03', collected: { cash: 0, code: 0, wechat: 3000, alipay: 0 }, refunded: 0, fees: 0 },
      { day: '2026-11-04', collected: { cash: 0, code: 0, wechat: 0, alipay: 0 }, refunded: 0, fees: 18 },
      { day: '2026-11-05', collected: { cash: 0, code: 0, wechat: 0, alipay: 0 }, refunded: 1000, fees: 0 },
    ])
  })

  it('sums its days up', () => {
    const sum = sumDays(summarizeMonth('2026-11', all))
    expect(sum).toMatchObject({ refunded: 1000, fees: 18 })
    expect(totalCollected(sum)).toBe(7800)
  })

  it('takes back what was undone', () => {
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
