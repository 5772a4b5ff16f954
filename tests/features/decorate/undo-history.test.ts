import fc from 'fast-check'
import { type Design, designOf } from '@/features/decorate/model/design'
import {
  createHistory,
  MAX_STEPS,
  recordStep,
  redo,
  type UndoHistory,
  undo,
} from '@/features/decorate/model/undo-history'
import { createBundledLook } from '@/templates/bundled-templates'

const first = designOf(createBundledLook('plain') as NonNullable<ReturnType<typeof createBundledLook>>)
const round = (radius: number): Design => ({ ...first, theme: { ...first.theme, radius } })
const undoAll = (steps: UndoHistory): UndoHistory => (steps.past.length > 0 ? undoAll(undo(steps)) : steps)
const redoAll = (steps: UndoHistory): UndoHistory => (steps.future.length > 0 ? redoAll(redo(steps)) : steps)

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
const run = (steps: UndoHistory, one: Act): UndoHistory =>
  one.kind === 'to'
    ? recordStep(steps, round(one.radius), one.about)
    : one.kind === 'undo'
      ? undo(steps)
      : redo(steps)

describe('undo history', () => {
  it('undoes and redoes any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const steps = acts.reduce(run, createHistory(first, 0))
        expect(undoAll(steps).now).toEqual(first)
        expect(redoAll(undoAll(steps)).now).toEqual(redoAll(steps).now)
      }),
    )
  })

  it('undo restores the previous design and redo the next', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let steps = createHistory(first, 0)
        for (const one of acts) {
          const after = run(steps, one)
          if (one.kind === 'undo' && after !== steps) expect(redo(after).now).toEqual(steps.now)
          if (one.kind === 'to' && after.past.length > steps.past.length)
            expect(undo(after).now).toEqual(steps.now)
          steps = after
        }
      }),
    )
  })

  it('keeps a limited number of steps', () => {
    let steps = createHistory(first, 0)
    for (let at = 0; at < MAX_STEPS + 20; at++) steps = recordStep(steps, round(at))
    expect(steps.past).toHaveLength(MAX_STEPS)
  })

  it('merges consecutive edits of one field into one step', () => {
    let steps = createHistory(first, 0)
    for (const radius of [1, 2, 3]) steps = recordStep(steps, round(radius), 'a')
    steps = recordStep(steps, round(4), 'b')
    expect(undo(steps).now).toEqual(round(3))
    expect(undo(undo(steps)).now).toEqual(first)
  })

  it('ignores an edit without a change', () => {
    const steps = recordStep(createHistory(first, 0), { ...first, theme: { ...first.theme } })
    expect(steps.past).toEqual([])
  })
})
