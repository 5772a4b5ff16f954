import {
  exampleAt,
  type Learner,
  learnerState,
  lessonExamples,
  median,
  medianTime,
  placesOf,
  pointerPlaces,
  timeSpent,
  wizardQuestions,
} from '@/domain/lesson/lesson'

const NOW = 1_000_000
const learner = (more: Partial<Learner> = {}): Learner => ({
  ...{ id: '01J00000000000000000000000', seat: 1, stage: 'product', spent: 60_000 },
  ...{ seenAt: NOW - 5000, movedAt: NOW - 5000 },
  ...more,
})

describe('learnerState', () => {
  it.each([
    ['working', {}],
    ['still', { movedAt: NOW - 40_001 }],
    ['working', { movedAt: NOW - 40_000 }],
    ['away', { seenAt: NOW - 30_001, movedAt: NOW - 60_000 }],
    ['hand', { handAt: NOW, seenAt: 0, movedAt: 0 }],
    ['opened', { stage: 'opened', seenAt: 0, movedAt: 0 }],
    ['hand', { stage: 'opened', handAt: NOW }],
  ] as const)('returns %s for %j', (state, more) => {
    expect(learnerState(learner(more), NOW, false)).toBe(state)
  })

  it('counts no learner as stuck while the clock is paused', () => {
    expect(learnerState(learner({ movedAt: 0 }), NOW, true)).toBe('working')
  })
})

describe('timeSpent', () => {
  it('adds the time since the last report of a connected phone', () => {
    expect(timeSpent(learner(), NOW, false)).toBe(65_000)
  })

  it.each([
    ['the shop is open', { stage: 'opened' }, false],
    ['the clock is paused', {}, true],
    ['the phone is away', { seenAt: NOW - 30_001 }, false],
  ] as const)('does not advance when %s', (_, more, isPaused) => {
    expect(timeSpent(learner(more), NOW, isPaused)).toBe(60_000)
  })

  it('never runs backwards when a report is newer than the screen’s clock', () => {
    expect(timeSpent(learner({ seenAt: NOW + 400 }), NOW, false)).toBe(60_000)
  })
})

describe('median', () => {
  it.each([
    [[], undefined],
    [[3], 3],
    [[9, 1, 4], 4],
    [[8, 1, 4, 3], 3.5],
  ])('returns for %j the median %s', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })
})

describe('medianTime', () => {
  it('counts only learners who have opened a shop', () => {
    const times = [100, 300, 200].map((spent) => learner({ stage: 'opened', spent }))
    expect(medianTime([...times, learner({ spent: 1 })])).toBe(200)
    expect(medianTime([learner()])).toBeUndefined()
  })
})

describe('pointerPlaces', () => {
  it('contains exactly the places on the screens of the wizard questions', () => {
    const used = new Set(wizardQuestions.flatMap((question) => placesOf[question]))
    expect([...used].sort()).toEqual([...pointerPlaces].sort())
  })
})

describe('exampleAt', () => {
  it('returns the first example again after the last one', () => {
    expect(exampleAt(lessonExamples.length)).toBe(lessonExamples[0])
  })
})
