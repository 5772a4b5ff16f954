import type { Narrator, SpeechControl } from './playback-types'

/** Mini-programs have no speech synthesis. */
export const useSpeech = (_text: string, _isPrompt?: boolean): SpeechControl => ({
  isAvailable: false,
  speaking: false,
  toggle: () => undefined,
})

export const narrator: Narrator = {
  useIsAvailable: () => false,
  say: async () => undefined,
  stop: () => undefined,
}
