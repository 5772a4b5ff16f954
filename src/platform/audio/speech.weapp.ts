import type { Speech } from './speech-types'

/** Mini-programs have no speech synthesis. */
export const speech: Speech = {
  isAvailable: () => false,
  watch: () => () => undefined,
  say: (_text, onEnd) => onEnd(),
  stop: () => undefined,
}
