import { byUrgency, statusesOf, statusWords } from '@/features/lessons/learner-status'
import { learner, NOW } from './sample-lesson'

const statuses = (...learners: Parameters<typeof statusesOf>[0]) => statusesOf(learners, NOW, false)
const seats = (...learners: Parameters<typeof statusesOf>[0]) =>
  byUrgency(statuses(...learners)).map((status) => status.learner.seat)

describe('byUrgency', () => {
  it('orders learners: hand raised, stuck, offline, working, shop opened', () => {
    const order = seats(
      learner(1, { stage: 'opened' }),
      learner(2),
      learner(3, { seenAt: NOW - 31_000 }),
      learner(4, { movedAt: NOW - 41_000 }),
      learner(5, { handAt: NOW }),
    )
    expect(order).toEqual([5, 4, 3, 2, 1])
  })

  it('orders equal states by the longest wait, then by seat', () => {
    expect(seats(learner(1, { handAt: NOW - 1000 }), learner(2, { handAt: NOW - 9000 }))).toEqual([2, 1])
    expect(seats(learner(1, { movedAt: NOW - 50_000 }), learner(2, { movedAt: NOW - 90_000 }))).toEqual([
      2, 1,
    ])
    expect(seats(learner(2), learner(1))).toEqual([1, 2])
  })
})

describe('statusWords', () => {
  it.each([
    [{ stage: 'terms' as const }, '在做：收钱送货'],
    [{ movedAt: NOW - 80_000 }, '站住了 1:20'],
    [{ handAt: NOW }, '举手'],
    [{ seenAt: NOW - 60_000 }, '没连上'],
    [{ stage: 'opened' as const }, '已开张'],
  ])('describes %j as %s', (more, words) => {
    const [status] = statuses(learner(1, more))
    expect(status && statusWords(status)).toBe(words)
  })
})

describe('statusesOf', () => {
  it('counts the answered questions, all four for an open shop', () => {
    const done = statuses(learner(1), learner(2, { stage: 'look' }), learner(3, { stage: 'opened' }))
    expect(done.map((status) => status.done)).toEqual([0, 3, 4])
  })

  it('counts no learner as stuck while the clock is paused', () => {
    const [status] = statusesOf([learner(1, { movedAt: NOW - 80_000 })], NOW, true)
    expect(status?.state).toBe('working')
  })
})
