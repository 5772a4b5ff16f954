import { compareStatement, type RecordedMovement } from '@/domain/payment/statement'

const payment = (number: string, amount = 5000, isDone = true): RecordedMovement => ({
  ...{ kind: 'payment', number, amount, isDone },
})
const refund = (number: string, amount = 5000): RecordedMovement => ({
  ...{ kind: 'refund', number, amount, isDone: true },
})

describe('compareStatement', () => {
  it('reports nothing when the statement and the records agree, also about another day', () => {
    const lines = [payment('a'), refund('a-1', 1000), payment('yesterday')]
    expect(compareStatement(lines, lines, [payment('a'), refund('a-1', 1000)])).toEqual([])
  })

  it.each([
    ['unknown', [payment('a')], [], [], { stated: 5000 }],
    ['amount', [payment('a', 4999)], [payment('a')], [], { stated: 4999, recorded: 5000 }],
    ['unfinished', [payment('a')], [payment('a', 5000, false)], [], { stated: 5000, recorded: 5000 }],
    ['missing', [], [], [payment('a')], { recorded: 5000 }],
  ])('reports a movement with the mismatch %s', (mismatch, lines, recorded, expected, amounts) => {
    expect(compareStatement(lines, recorded, expected)).toEqual([
      { mismatch, kind: 'payment', number: 'a', ...amounts },
    ])
  })

  it('does not match a refund with the payment of the same number', () => {
    expect(compareStatement([refund('a')], [payment('a')], [payment('a')])).toMatchObject([
      { mismatch: 'unknown', kind: 'refund' },
      { mismatch: 'missing', kind: 'payment' },
    ])
  })
})
