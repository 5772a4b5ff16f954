import type { Speech } from './speech-types'

/** A mini-program has no voice of its own; recorded words will be played here. */
export const speech: Speech = {
  able: () => false,
  watch: () => () => undefined,
  say: (_text, onEnd) => onEnd(),
  stop: () => undefined,
}
