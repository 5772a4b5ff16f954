import { type Design, isSameDesign } from './design'

/** The current design with the designs that undo and redo lead to. */
export interface UndoHistory {
  past: readonly Design[]
  now: Design
  future: readonly Design[]
  /** The key of the last step's edit: consecutive edits of the same field are one step. */
  about: string
  /** The time when the history began, epoch ms. */
  since: number
}

/** The maximum number of undo steps. */
export const MAX_STEPS = 50

export const createHistory = (now: Design, since: number): UndoHistory => ({
  past: [],
  now,
  future: [],
  about: '',
  since,
})

/** Records `next` as a step and clears the redo steps. An unchanged design, or a merged edit, adds no step. */
export function recordStep(steps: UndoHistory, next: Design, about = ''): UndoHistory {
  const { past, now } = steps
  if (isSameDesign(now, next)) return steps
  const isSameEdit = about !== '' && about === steps.about
  return {
    ...steps,
    past: isSameEdit ? past : [...past, now].slice(-MAX_STEPS),
    now: next,
    future: [],
    about,
  }
}

export function undo(steps: UndoHistory): UndoHistory {
  const { past, now, future } = steps
  const before = past.at(-1)
  return before
    ? { ...steps, past: past.slice(0, -1), now: before, future: [now, ...future], about: '' }
    : steps
}

export function redo(steps: UndoHistory): UndoHistory {
  const { past, now, future } = steps
  const [after, ...later] = future
  return after ? { ...steps, past: [...past, now], now: after, future: later, about: '' } : steps
}
