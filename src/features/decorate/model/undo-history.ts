import { type Design, sameDesign } from './design'

/** Where decorating stands, and what can be taken back and done again. */
export interface Steps {
  past: readonly Design[]
  now: Design
  future: readonly Design[]
  /** What the last step was about: letters typed into one field are one step. */
  about: string
  /** When the first of them was made, epoch ms. */
  since: number
}

/** So many steps can be taken back. */
export const MOST_STEPS = 50

export const beginning = (now: Design, since: number): Steps => ({
  past: [],
  now,
  future: [],
  about: '',
  since,
})

/** Goes one step on. What was taken back before is no longer to be done again. */
export function stepTo(steps: Steps, next: Design, about = ''): Steps {
  const { past, now } = steps
  if (sameDesign(now, next)) return steps
  const goesOn = about !== '' && about === steps.about
  return {
    ...steps,
    past: goesOn ? past : [...past, now].slice(-MOST_STEPS),
    now: next,
    future: [],
    about,
  }
}

export function undone(steps: Steps): Steps {
  const { past, now, future } = steps
  const before = past.at(-1)
  return before
    ? { ...steps, past: past.slice(0, -1), now: before, future: [now, ...future], about: '' }
    : steps
}

export function redone(steps: Steps): Steps {
  const { past, now, future } = steps
  const [after, ...later] = future
  return after ? { ...steps, past: [...past, now], now: after, future: later, about: '' } : steps
}
