import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { usePageVisibility } from '../lifecycle/use-page-visibility'
import type { Narrator, SpeechControl } from './playback-types'

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name' | 'default'>

/** Novelty voices that Apple ships in every language. */
const NOVELTY = /\b(Eddy|Flo|Grandma|Grandpa|Reed|Rocko|Sandy|Shelley)\b/

/** 2 for Mandarin of the mainland (`zh-CN`, `zh_CN`, `cmn-Hans-CN`, `zh`), 1 for Taiwan's, 0 for Cantonese and others. */
function languageMatch(lang: string): number {
  const parts = lang.toLowerCase().split(/[-_]/)
  if (parts[0] !== 'zh' && parts[0] !== 'cmn') return 0
  if (parts.some((part) => part === 'hk' || part === 'mo' || part === 'yue')) return 0
  return parts.includes('tw') || parts.includes('hant') ? 1 : 2
}

/** Prefers mainland Mandarin, then regular voices to novelty ones, then local voices to network ones. */
const rank = (voice: Voice): number =>
  languageMatch(voice.lang) * 8 +
  (NOVELTY.test(voice.name) ? 0 : 4) +
  (voice.localService ? 2 : 0) +
  (voice.default ? 1 : 0)

/** The Mandarin voices, the best first. */
export const chineseVoices = <T extends Voice>(voices: readonly T[]): T[] =>
  voices.filter((voice) => languageMatch(voice.lang) > 0).sort((one, other) => rank(other) - rank(one))

/** Longest part in characters. Chrome's network voices stop after about 15 s; slow voices speak 3 characters per second. */
export const LONGEST_PART = 40

/** Splits a text into parts to be spoken one by one: short sentences, or pieces of long ones cut at a comma. */
export function speechParts(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []
  return sentences
    .flatMap((sentence) => splitSentence(sentence.trim()))
    .filter((part) => /[^\s，。！？；、：…]/.test(part))
}

function splitSentence(sentence: string): string[] {
  if (sentence.length <= LONGEST_PART) return [sentence]
  const head = sentence.slice(0, LONGEST_PART)
  const comma = Math.max(...['，', '、', '：', ' '].map((sign) => head.lastIndexOf(sign)))
  const end = comma > 0 ? comma + 1 : LONGEST_PART
  return [sentence.slice(0, end).trim(), ...splitSentence(sentence.slice(end).trim())]
}

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

const speech = {
  /** True if a Chinese voice exists. */
  isAvailable: () => voices.length > 0,
  /** Calls back when `isAvailable` changes, since voices load after the page; the returned function stops it. */
  watch(onChange: () => void) {
    listeners.add(onChange)
    startLoading()
    return () => void listeners.delete(onChange)
  },
  /** Speaks a text and stops the current one. `onEnd` is called once, when it ended or was stopped. */
  say(text: string, onEnd: () => void) {
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

/** True after somebody had a text spoken, until somebody stops one. */
let isWanted = false

/**
 * Speaks a text; stops when the text changes, the page is left or another text is spoken. A `prompt` is spoken at once for those who
 * had the text before it spoken.
 */
export function useSpeech(text: string, isPrompt = false): SpeechControl {
  const isAvailable = useSyncExternalStore(speech.watch, speech.isAvailable, () => false)
  const shown = usePageVisibility()
  const [speaking, setSpeaking] = useState(false)
  const isOwn = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: stops speaking when these change
  useEffect(
    () => () => {
      if (isOwn.current) speech.stop()
    },
    [text, shown],
  )

  const start = () => {
    isOwn.current = true
    setSpeaking(true)
    speech.say(text, () => {
      isOwn.current = false
      setSpeaking(false)
    })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a prompt is spoken once
  useEffect(() => {
    if (isPrompt && isWanted && isAvailable) start()
  }, [])

  const toggle = () => {
    isWanted = !speaking
    if (speaking) speech.stop()
    else start()
  }
  return { isAvailable, speaking, toggle }
}

/** Speaks texts that nobody taps for, such as captions. */
export const narrator: Narrator = {
  useIsAvailable: () => useSyncExternalStore(speech.watch, speech.isAvailable, () => false),
  say: (text) =>
    speech.isAvailable() ? new Promise((resolve) => speech.say(text, resolve)) : Promise.resolve(),
  stop: speech.stop,
}
