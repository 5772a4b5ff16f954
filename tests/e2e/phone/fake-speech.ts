import type { Page } from 'playwright-core'

/** Runs in the page: installs a fake Mandarin voice that appears after a moment, as in Chrome. */
function installFakeSpeech() {
  type Utterance = { text: string; onend?(): void; onerror?(event: { error: string }): void }
  const spoken: string[] = []
  let now: Utterance | null = null
  let found: object[] = []
  const synthesis = {
    onvoiceschanged: null as (() => void) | null,
    getVoices: () => found,
    resume: () => undefined,
    speak(utterance: Utterance) {
      now = utterance
      spoken.push(utterance.text)
    },
    cancel() {
      const utterance = now
      now = null
      utterance?.onerror?.({ error: 'canceled' })
    },
  }
  setTimeout(() => {
    found = [{ name: 'Tingting', lang: 'zh-CN', localService: true, default: true }]
    synthesis.onvoiceschanged?.()
  })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      constructor(readonly text: string) {}
    },
  })
  Object.assign(window, {
    voice: {
      spoken,
      talks: () => now !== null,
      finish() {
        const utterance = now
        now = null
        utterance?.onend?.()
      },
    },
  })
}

interface Voice {
  spoken: string[]
  talks(): boolean
  finish(): void
}

/** Installs the fake voice on the next pages; a headless browser has none. */
export const installVoice = (page: Page) => page.addInitScript(installFakeSpeech)

/** Finishes the current speech and returns its text. */
export const finishSpeech = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { voice } = window as unknown as { voice: Voice }
    const before = voice.spoken.length - 1
    while (voice.talks()) voice.finish()
    return voice.spoken.slice(before).join('')
  })

/** Waits until nothing is spoken. */
export const waitUntilSilent = (page: Page) =>
  page.waitForFunction(() => !(window as unknown as { voice: Voice }).voice.talks())

export const isTalking = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as { voice: Voice }).voice.talks())
