import fc from 'fast-check'
import { type LearnerStage, learnerStages } from '@/domain/lesson/lesson'
import {
  hardestQuestion,
  type LearnerResult,
  ninetieth,
  summarizeResults,
  weekOf,
} from '@/domain/lesson/lesson-figures'
import { forAll } from '../../support/for-all'

const at = (stage: LearnerStage, spent = 1000, hasEarlyOrder = false): LearnerResult => ({
  ...{ stage, spent },
  ...(stage === 'opened' ? { hasEarlyOrder } : {}),
})
const some = (count: number, result: LearnerResult) => Array.from({ length: count }, () => result)

describe('summarizeResults', () => {
  it('returns only the number of learners when there are fewer than five', () => {
    expect(summarizeResults(some(4, at('opened')))).toEqual({ learners: 4 })
    expect(summarizeResults([])).toEqual({ learners: 0 })
  })

  it('returns times and early orders only for five opened shops or more', () => {
    const results = [...some(4, at('opened')), ...some(3, at('terms'))]
    expect(summarizeResults(results)).toEqual({
      ...{ learners: 7, opened: 4, stops: { trade: 0, product: 0, terms: 3, look: 0 } },
    })
  })

  it('calculates the figures of a class', () => {
    const times = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]
    const results = [...times.map((spent) => at('opened', spent, spent > 700)), at('product', 50_000)]
    expect(summarizeResults(results)).toEqual({
      ...{ learners: 11, opened: 10, median: 550, ninetieth: 900, earlyOrders: 3 },
      stops: { trade: 0, product: 1, terms: 0, look: 0 },
    })
  })

  it('counts every learner once, as opened or at a question', () => {
    const stage = fc.constantFrom(...learnerStages)
    forAll(fc.array(stage, { minLength: 5, maxLength: 80 }), (stages) => {
      const { learners, opened = 0, stops } = summarizeResults(stages.map((one) => at(one)))
      const stopped = Object.values(stops ?? {}).reduce((sum, count) => sum + count, 0)
      expect(opened + stopped).toBe(learners)
    })
  })
})

describe('ninetieth', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[5, 1, 3], 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
  ])('maps %j to %s', (values, expected) => {
    expect(ninetieth(values)).toBe(expected)
  })
})

describe('weekOf', () => {
  it.each([
    ['2026-11-23T00:00:00+08:00', '2026-11-23'],
    ['2026-11-29T23:59:59+08:00', '2026-11-23'],
    ['2026-11-30T00:00:00+08:00', '2026-11-30'],
    ['2027-01-01T12:00:00+08:00', '2026-12-28'],
  ])('maps %s to the week of Monday %s', (moment, monday) => {
    expect(weekOf(Date.parse(moment))).toBe(monday)
  })
})

describe('hardestQuestion', () => {
  const figures = summarizeResults([...some(6, at('opened')), ...some(3, at('terms')), at('product')])

  it('returns the question at which most learners stopped, or undefined when none did', () => {
    expect(hardestQuestion(figures)).toEqual({ question: 'terms', share: 0.3 })
    expect(hardestQuestion(summarizeResults(some(6, at('opened'))))).toBeUndefined()
    expect(hardestQuestion({ learners: 3 })).toBeUndefined()
  })
})
