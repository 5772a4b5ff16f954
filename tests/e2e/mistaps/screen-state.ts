import type { Page } from 'playwright-core'
import { waitForIdle } from '../audit/page-idle'

/** A control that can be tapped. */
export interface Control {
  name: string
  at: { x: number; y: number }
  /** True if selected, checked or pressed. */
  on: boolean
  off: boolean
}

/** The visible screen: its text, the open sheet and all controls. */
export interface ScreenState {
  text: string
  sheet: string | null
  controls: Control[]
  /** Labels of elements that are not controls, such as the current price. */
  labels: string[]
  /** Values of fields by label. */
  fields: Record<string, string>
}

export const OUTSIDE = 'outside of the sheet'

/** Reads the screen once it is idle. */
export async function readScreen(page: Page): Promise<ScreenState> {
  await waitForIdle(page)
  return page.evaluate((outside) => {
    const shown = (one: Element) => one.checkVisibility({ visibilityProperty: true })
    const sheet = [...document.querySelectorAll('[role="dialog"]')].filter(shown).at(-1)
    const roles = ['button', 'radio', 'checkbox', 'switch', 'tab', 'link'].map((role) => `[role="${role}"]`)
    const isOn = (one: Element) =>
      /(?:--on\b)/.test(one.className) ||
      one.querySelector('.choice__mark--on') !== null ||
      one.getAttribute('aria-checked') === 'true'
    const nameOf = (one: Element) => {
      if (one.matches('.sheet__shade')) return outside
      if (one.matches('.wx-nav__back')) return '返回'
      // the first line of a row is its name, the second a description
      const [first = ''] = (one as HTMLElement).innerText.trim().split('\n')
      return one.getAttribute('aria-label') ?? first
    }
    const pointOf = (one: Element) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const low = one.matches('.sheet__shade') ? 24 : height / 2
      return { x: left + width / 2, y: top + low }
    }
    const controls = [
      ...document.querySelectorAll([...roles, 'button', '.wechat-button', '.sheet__shade'].join()),
    ]
      .filter(shown)
      .filter((one) => {
        const { x, y } = pointOf(one)
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (one.contains(hit) || hit.contains(one))
      })
      .map((one) => ({
        name: nameOf(one),
        at: pointOf(one),
        on: isOn(one),
        off: /--off\b/.test(one.className) || one.getAttribute('aria-disabled') === 'true',
      }))
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].filter(shown)
    const named = inputs.map((input) => {
      const label = input.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
      return [label, input.value] as const
    })
    return {
      text: document.body.innerText,
      sheet: sheet?.getAttribute('aria-label') ?? null,
      controls,
      labels: [...document.querySelectorAll('[aria-label]')]
        .filter(shown)
        .map((one) => one.getAttribute('aria-label') ?? ''),
      fields: Object.fromEntries(named),
    }
  }, OUTSIDE)
}

export const findControl = (screen: ScreenState, name: string) =>
  screen.controls.find((thing) => thing.name === name)
export const hasText = (screen: ScreenState, words: string) =>
  screen.text.replace(/\s+/g, '').includes(words.replace(/\s+/g, ''))
