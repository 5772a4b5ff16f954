/** A browser's voices in a test: what was said, and how the one that is being said ends. */
export interface FakeVoices {
  /** Everything handed to the voice, in its order. */
  said: { text: string; voice: string; lang: string; rate: number }[]
  /** The voices the browser has found by now. */
  find(...voices: { name: string; lang: string; localService?: boolean }[]): void
  /** The voice has said what it was given. */
  finish(): void
  /** The voice could not say it. */
  fail(error: string): void
  talking(): boolean
}

interface Utterance {
  text: string
  voice: { name: string }
  lang: string
  rate: number
  onend?(): void
  onerror?(event: { error: string }): void
}

/** Gives the window a `speechSynthesis`, before the platform's file is loaded. */
export function fakeVoices(): FakeVoices {
  let found: object[] = []
  let now: Utterance | null = null
  const said: FakeVoices['said'] = []
  const take = () => {
    const ended = now
    now = null
    return ended
  }
  const synthesis = {
    onvoiceschanged: null as (() => void) | null,
    getVoices: () => found,
    resume: () => undefined,
    speak(utterance: Utterance) {
      now = utterance
      const { text, voice, lang, rate } = utterance
      said.push({ text, voice: voice.name, lang, rate })
    },
    // Chrome tells of it as an error
    cancel: () => take()?.onerror?.({ error: 'canceled' }),
  }
  Object.assign(window, {
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  })
  return {
    said,
    find(...voices) {
      found = voices.map((voice) => ({ localService: true, default: false, ...voice }))
      synthesis.onvoiceschanged?.()
    },
    finish: () => take()?.onend?.(),
    fail: (error) => take()?.onerror?.({ error }),
    talking: () => now !== null,
  }
}
