/** A fake `speechSynthesis`: records utterances and lets a test end them. */
export interface FakeVoices {
  /** All utterances in order. */
  spoken: { text: string; voice: string; lang: string; rate: number }[]
  /** Adds voices and fires `voiceschanged`. */
  find(...voices: { name: string; lang: string; localService?: boolean }[]): void
  /** Ends the current utterance. */
  finish(): void
  /** Fails the current utterance with an error code. */
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

/** Installs the fake on `window`; call it before the speech module is loaded. */
export function installFakeVoices(): FakeVoices {
  let found: object[] = []
  let now: Utterance | null = null
  const spoken: FakeVoices['spoken'] = []
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
      spoken.push({ text, voice: voice.name, lang, rate })
    },
    // Chrome reports a cancellation as an error
    cancel: () => take()?.onerror?.({ error: 'canceled' }),
  }
  Object.assign(window, {
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  })
  return {
    spoken,
    find(...voices) {
      found = voices.map((voice) => ({ localService: true, default: false, ...voice }))
      synthesis.onvoiceschanged?.()
    },
    finish: () => take()?.onend?.(),
    fail: (error) => take()?.onerror?.({ error }),
    talking: () => now !== null,
  }
}
