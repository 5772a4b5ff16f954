import { speechParts } from './speech-parts'
import type { Speech } from './speech-types'
import { chineseVoices } from './speech-voice'

/** Slightly slower than normal, for inexperienced users. */
const RATE = 0.9

/** Delays in ms after which voices are read again: some browsers load them without an event. */
const RELOAD_DELAYS = [300, 1500, 5000]

/** Timeout in ms of an utterance that does not end: a base, plus an amount per character. */
const UTTERANCE_TIMEOUT = { base: 5000, perCharacter: 600 }

const synthesis: SpeechSynthesis | undefined = window.speechSynthesis

let voices: SpeechSynthesisVoice[] = []
const listeners = new Set<() => void>()
let isLoading = false

/** The current text. It references the utterance, because Chrome sends no events for a garbage-collected one. */
let current: { onEnd(): void; utterance?: SpeechSynthesisUtterance; timeout?: number } | null = null

function load() {
  const before = voices.length
  voices = chineseVoices(synthesis?.getVoices() ?? [])
  if (voices.length > 0 !== before > 0) for (const listener of [...listeners]) listener()
}

/** Starts loading the voices at the first use; browsers load them on the first request. */
function startLoading() {
  if (isLoading || !synthesis) return
  isLoading = true
  // Safari before 16 has no `synthesis.addEventListener`
  synthesis.onvoiceschanged = load
  for (const ms of RELOAD_DELAYS) setTimeout(load, ms)
  load()
  // some browsers continue to speak after the page is left
  window.addEventListener('pagehide', speech.stop)
}

function end() {
  const ended = current
  current = null
  clearTimeout(ended?.timeout)
  ended?.onEnd()
}

/** Speaks the parts from an index on; if a voice fails, the next best one is used. */
function speakFrom(run: typeof current, parts: readonly string[], index: number, voiceIndex: number) {
  const [part, voice] = [parts[index], voices[voiceIndex]]
  if (!run || run !== current || !synthesis) return
  clearTimeout(run.timeout)
  if (part === undefined || !voice) return end()
  const utterance = new SpeechSynthesisUtterance(part)
  Object.assign(utterance, { voice, lang: voice.lang.replace('_', '-'), rate: RATE })
  utterance.onend = () => speakFrom(run, parts, index + 1, voiceIndex)
  utterance.onerror = ({ error }) => {
    if (error === 'canceled' || error === 'interrupted') return run === current ? end() : undefined
    speakFrom(run, parts, index, error === 'not-allowed' ? voices.length : voiceIndex + 1)
  }
  run.utterance = utterance
  run.timeout = window.setTimeout(
    () => run === current && speech.stop(),
    UTTERANCE_TIMEOUT.base + UTTERANCE_TIMEOUT.perCharacter * part.length,
  )
  synthesis.speak(utterance)
}

/** Speech synthesis of the browser. */
export const speech: Speech = {
  isAvailable: () => voices.length > 0,
  watch(onChange) {
    listeners.add(onChange)
    startLoading()
    return () => void listeners.delete(onChange)
  },
  say(text, onEnd) {
    speech.stop()
    current = { onEnd }
    // a paused synthesis speaks only after `resume`
    synthesis?.resume()
    speakFrom(current, speechParts(text), 0, 0)
  },
  stop() {
    if (!current) return
    end()
    synthesis?.cancel()
  },
}
