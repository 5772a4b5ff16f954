import type { ComponentType } from 'react'
import { chineseVoices, LONGEST_PART, speechParts } from '@/platform/audio/use-speech'
import type { fakeTaro as FakeTaro } from '../support/components/taro'

/** A fake `speechSynthesis`: records utterances and lets a test end them. */
interface FakeVoices {
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
function installFakeVoices(): FakeVoices {
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

const MANDARIN = { name: 'Tingting', lang: 'zh-CN' }

let voices: FakeVoices
let rtl: typeof import('@testing-library/react')
let Speaker: ComponentType<{ text: string; isPrompt?: boolean }>
let fakeTaro: typeof FakeTaro

// speech is module state of the page, so each test loads the modules anew
beforeEach(() => {
  jest.useFakeTimers()
  jest.resetModules()
  process.env.RTL_SKIP_AUTO_CLEANUP = 'true'
  voices = installFakeVoices()
  rtl = require('@testing-library/react')
  Speaker = require('@/ui/speaker/speaker').Speaker
  fakeTaro = require('../support/components/taro').fakeTaro
})
afterEach(() => {
  rtl.cleanup()
  jest.useRealTimers()
})

const find = (...found: Parameters<FakeVoices['find']>) => rtl.act(() => voices.find(...found))
const button = (name: string) => rtl.screen.queryByRole('button', { name })
const press = (name: string) => rtl.fireEvent.click(rtl.screen.getByRole('button', { name }))
const texts = () => voices.spoken.map(({ text }) => text)

describe('Speaker', () => {
  it('is shown once a Chinese voice is available', () => {
    rtl.render(<Speaker text="您卖什么？" />)
    expect(button('念给我听')).toBeNull()
    find({ name: 'Samantha', lang: 'en-US' }, { name: 'Sinji', lang: 'zh-HK' })
    expect(button('念给我听')).toBeNull()
    find({ name: 'Samantha', lang: 'en-US' }, MANDARIN)
    expect(button('念给我听')).toBeInTheDocument()
  })

  it('finds voices that appear without an event', () => {
    rtl.render(<Speaker text="您卖什么？" />)
    const synthesis = window.speechSynthesis as unknown as { onvoiceschanged: null }
    synthesis.onvoiceschanged = null
    find(MANDARIN)
    expect(button('念给我听')).toBeNull()
    rtl.act(() => void jest.advanceTimersByTime(1500))
    expect(button('念给我听')).toBeInTheDocument()
  })

  it('speaks sentence by sentence slightly slowly and stops at the end', () => {
    rtl.render(<Speaker text="您卖什么？有水果、蜂蜜。点一下图。" />)
    find(MANDARIN)
    press('念给我听')
    expect(voices.spoken).toEqual([{ text: '您卖什么？', voice: 'Tingting', lang: 'zh-CN', rate: 0.9 }])
    rtl.act(() => voices.finish())
    rtl.act(() => voices.finish())
    expect(texts()).toEqual(['您卖什么？', '有水果、蜂蜜。', '点一下图。'])
    expect(button('停，不念了')).toBeInTheDocument()
    rtl.act(() => voices.finish())
    expect(button('念给我听')).toBeInTheDocument()
  })

  it('stops on the second tap and starts over on the third', () => {
    rtl.render(<Speaker text="一句。两句。" />)
    find(MANDARIN)
    press('念给我听')
    press('停，不念了')
    expect(voices.talking()).toBe(false)
    expect(button('念给我听')).toBeInTheDocument()
    press('念给我听')
    expect(texts()).toEqual(['一句。', '一句。'])
  })

  it('stops when its text changes, it unmounts, or the page is hidden or left', () => {
    const view = rtl.render(<Speaker text="一句。" />)
    find(MANDARIN)
    const ends = [
      () => view.rerender(<Speaker text="另一句。" />),
      () => rtl.act(() => fakeTaro.hide()),
      () => window.dispatchEvent(new Event('pagehide')),
      () => view.unmount(),
    ]
    for (const end of ends) {
      press('念给我听')
      expect(voices.talking()).toBe(true)
      rtl.act(() => void end())
      expect(voices.talking()).toBe(false)
      rtl.act(() => fakeTaro.show())
    }
  })

  it('stops one speaker when another starts', () => {
    rtl.render(
      <>
        <Speaker text="一句。" />
        <Speaker text="两句。" />
      </>,
    )
    find(MANDARIN)
    const [first, second] = rtl.screen.getAllByRole('button')
    rtl.fireEvent.click(first as HTMLElement)
    rtl.fireEvent.click(second as HTMLElement)
    expect(first).toHaveAccessibleName('念给我听')
    expect(second).toHaveAccessibleName('停，不念了')
    expect(texts()).toEqual(['一句。', '两句。'])
  })

  it('speaks a prompt at once for those who listened before, until they stop one', () => {
    const prompt = (words: string) => {
      const { unmount } = rtl.render(<Speaker text={words} isPrompt />)
      return unmount
    }
    const question = rtl.render(<Speaker text="一句。" />)
    find(MANDARIN)
    prompt('不听的。')()
    expect(texts()).toEqual([])
    press('念给我听')
    question.unmount()
    const close = prompt('听的。')
    expect(texts()).toEqual(['一句。', '听的。'])
    press('停，不念了')
    expect(voices.talking()).toBe(false)
    close()
    prompt('不再听的。')
    expect(texts()).toEqual(['一句。', '听的。'])
  })

  it('falls back to the next voice on failure and resets after the last', () => {
    rtl.render(<Speaker text="一句。" />)
    find({ ...MANDARIN, name: 'in the network', localService: false }, MANDARIN)
    press('念给我听')
    rtl.act(() => voices.fail('synthesis-failed'))
    expect(voices.spoken.map(({ voice }) => voice)).toEqual(['Tingting', 'in the network'])
    rtl.act(() => voices.fail('network'))
    expect(button('念给我听')).toBeInTheDocument()
  })

  it('resets when a voice never reports its end', () => {
    rtl.render(<Speaker text="一句。" />)
    find(MANDARIN)
    press('念给我听')
    rtl.act(() => void jest.advanceTimersByTime(10_000))
    expect(button('念给我听')).toBeInTheDocument()
  })

  it('prefers local Mandarin voices over remote and novelty ones', () => {
    const voice = (name: string, lang: string, localService = true) => ({
      name,
      lang,
      localService,
      default: false,
    })
    const found = chineseVoices([
      voice('Mei-Jia', 'zh-TW'),
      voice('Grandpa', 'zh-CN'),
      voice('Google 普通话（中国大陆）', 'zh-CN', false),
      voice('Sinji', 'zh-HK'),
      voice('Daniel', 'en-GB'),
      voice('Chinese China', 'zh_CN'),
      voice('yue', 'yue-Hant-HK'),
    ])
    expect(found.map(({ name }) => name)).toEqual([
      'Chinese China',
      'Google 普通话（中国大陆）',
      'Grandpa',
      'Mei-Jia',
    ])
  })

  it('splits a long text into short parts without losing characters', () => {
    const text = `${'成县核桃，'.repeat(30)}好。${'长'.repeat(100)}`
    const parts = speechParts(text)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_PART)
    expect(parts.join('')).toBe(text)
    expect(parts.slice(0, 3).every((part) => part.endsWith('，'))).toBe(true)
  })
})
