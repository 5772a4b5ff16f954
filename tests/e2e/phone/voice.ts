import type { Page } from 'playwright-core'

/** Runs in the page: a Mandarin voice that comes a moment after the page, as Chrome's do, and says what it is told to. */
function speak() {
  type Told = { text: string; onend?(): void; onerror?(event: { error: string }): void }
  const spoken: string[] = []
  let now: Told | null = null
  let found: object[] = []
  const synthesis = {
    onvoiceschanged: null as (() => void) | null,
    getVoices: () => found,
    resume: () => undefined,
    speak(told: Told) {
      now = told
      spoken.push(told.text)
    },
    cancel() {
      const told = now
      now = null
      told?.onerror?.({ error: 'canceled' })
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
        const told = now
        now = null
        told?.onend?.()
      },
    },
  })
}

interface Voice {
  spoken: string[]
  talks(): boolean
  finish(): void
}

/** Gives the pages that this page opens from now on a voice; a headless browser has none. */
export const giveVoice = (page: Page) => page.addInitScript(speak)

/** Lets the voice say all it was given, and answers the whole. */
export const hear = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { voice } = window as unknown as { voice: Voice }
    const before = voice.spoken.length - 1
    while (voice.talks()) voice.finish()
    return voice.spoken.slice(before).join('')
  })

/** Waits until the voice is silent. */
export const silent = (page: Page) =>
  page.waitForFunction(() => !(window as unknown as { voice: Voice }).voice.talks())

export const isTalking = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as { voice: Voice }).voice.talks())
