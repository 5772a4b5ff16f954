import fc from 'fast-check'
import { type Design, designOf } from '@/features/decorate/model/design'
import {
  beginning,
  MOST_STEPS,
  redone,
  type Steps,
  stepTo,
  undone,
} from '@/features/decorate/model/undo-history'
import { lookOf } from '@/templates/registry'

const first = designOf(lookOf('plain') as NonNullable<ReturnType<typeof lookOf>>)
const round = (radius: number): Design => ({ ...first, theme: { ...first.theme, radius } })
const undoAll = (steps: Steps): Steps => (steps.past.length > 0 ? undoAll(undone(steps)) : steps)
const redoAll = (steps: Steps): Steps => (steps.future.length > 0 ? redoAll(redone(steps)) : steps)

type Act = { kind: 'to'; radius: number; about: string } | { kind: 'undo' } | { kind: 'redo' }
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('to' as const),
    radius: fc.integer({ min: 0, max: 40 }),
    about: fc.constantFrom('', 'a', 'b'),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
)
const run = (steps: Steps, one: Act): Steps =>
  one.kind === 'to'
    ? stepTo(steps, round(one.radius), one.about)
    : one.kind === 'undo'
      ? undone(steps)
      : redone(steps)

describe('steps', () => {
  test('whatever was done, all of it is taken back and done again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const steps = acts.reduce(run, beginning(first, 0))
        expect(undoAll(steps).now).toEqual(first)
        expect(redoAll(undoAll(steps)).now).toEqual(redoAll(steps).now)
      }),
    )
  })

  test('each undo shows what was before, and redo what came after', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let steps = beginning(first, 0)
        for (const one of acts) {
          const after = run(steps, one)
          if (one.kind === 'undo' && after !== steps) expect(redone(after).now).toEqual(steps.now)
          if (one.kind === 'to' && after.past.length > steps.past.length)
            expect(undone(after).now).toEqual(steps.now)
          steps = after
        }
      }),
    )
  })

  test('no more than so many are kept', () => {
    let steps = beginning(first, 0)
    for (let at = 0; at < MOST_STEPS + 20; at++) steps = stepTo(steps, round(at))
    expect(steps.past).toHaveLength(MOST_STEPS)
  })

  test('typing into one field is one step, another field another', () => {
    let steps = beginning(first, 0)
    for (const radius of [1, 2, 3]) steps = stepTo(steps, round(radius), 'a')
    steps = stepTo(steps, round(4), 'b')
    expect(undone(steps).now).toEqual(round(3))
    expect(undone(undone(steps)).now).toEqual(first)
  })

  test('what changes nothing is no step', () => {
    const steps = stepTo(beginning(first, 0), { ...first, theme: { ...first.theme } })
    expect(steps.past).toEqual([])
  })
})
