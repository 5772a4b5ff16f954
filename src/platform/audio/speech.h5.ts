import { speechParts } from './speech-parts'
import type { Speech } from './speech-types'
import { chineseVoices } from './speech-voice'

/** A bit slower than people speak, for those who listen to a phone for the first time. */
const RATE = 0.9

/** Some browsers load their voices without telling; they are asked again, ms after the first time. */
const ASK_AGAIN = [300, 1500, 5000]

/** A voice that has said nothing for so long never will: ms, and more for each character. */
const SILENT = { first: 5000, each: 600 }

const synthesis: SpeechSynthesis | undefined = window.speechSynthesis

let voices: SpeechSynthesisVoice[] = []
const watching = new Set<() => void>()
let asked = false

/** What is being said. The utterance is held here: Chrome tells nothing of one that was collected as garbage. */
let saying: { onEnd(): void; utterance?: SpeechSynthesisUtterance; silence?: number } | null = null

function load() {
  const before = voices.length
  voices = chineseVoices(synthesis?.getVoices() ?? [])
  if (voices.length > 0 !== before > 0) for (const tell of [...watching]) tell()
}

/** Voices are asked for when somebody could use one; the first question makes browsers load them. */
function ask() {
  if (asked || !synthesis) return
  asked = true
  // Safari before 16 has no addEventListener here
  synthesis.onvoiceschanged = load
  for (const ms of ASK_AGAIN) setTimeout(load, ms)
  load()
  // some browsers go on talking when the page is left
  window.addEventListener('pagehide', speech.stop)
}

function end() {
  const ended = saying
  saying = null
  clearTimeout(ended?.silence)
  ended?.onEnd()
}

/** Says the parts from one on; a voice that fails hands over to the next best. */
function sayFrom(run: typeof saying, parts: readonly string[], at: number, voiceAt: number) {
  const [part, voice] = [parts[at], voices[voiceAt]]
  if (!run || run !== saying || !synthesis) return
  clearTimeout(run.silence)
  if (part === undefined || !voice) return end()
  const utterance = new SpeechSynthesisUtterance(part)
  Object.assign(utterance, { voice, lang: voice.lang.replace('_', '-'), rate: RATE })
  utterance.onend = () => sayFrom(run, parts, at + 1, voiceAt)
  utterance.onerror = ({ error }) => {
    if (error === 'canceled' || error === 'interrupted') return run === saying ? end() : undefined
    sayFrom(run, parts, at, error === 'not-allowed' ? voices.length : voiceAt + 1)
  }
  run.utterance = utterance
  run.silence = window.setTimeout(
    () => run === saying && speech.stop(),
    SILENT.first + SILENT.each * part.length,
  )
  synthesis.speak(utterance)
}

/** The browser's own voice. */
export const speech: Speech = {
  able: () => voices.length > 0,
  watch(tell) {
    watching.add(tell)
    ask()
    return () => void watching.delete(tell)
  },
  say(text, onEnd) {
    speech.stop()
    saying = { onEnd }
    // a voice that was paused elsewhere says nothing until it goes on
    synthesis?.resume()
    sayFrom(saying, speechParts(text), 0, 0)
  },
  stop() {
    if (!saying) return
    end()
    synthesis?.cancel()
  },
}
