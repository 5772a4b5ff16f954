import type { Page } from 'playwright-core'
import { settled } from '../measured/settled'

/** Something that can be tapped where it is seen. */
export interface Thing {
  name: string
  at: { x: number; y: number }
  /** It is filled, ticked or pressed. */
  on: boolean
  off: boolean
}

/** What somebody sees of a screen: what it says, the sheet that is open, and all that can be tapped. */
export interface Sight {
  text: string
  sheet: string | null
  things: Thing[]
  /** Names of what is shown without being tapped, such as the price so far. */
  labels: string[]
  /** What stands in fields, by their names. */
  fields: Record<string, string>
}

export const OUTSIDE = 'outside of the sheet'

/** Looks once the screen is at rest. */
export async function lookAt(page: Page): Promise<Sight> {
  await settled(page)
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
      // a row says its name first, and below it what that means
      const [first = ''] = (one as HTMLElement).innerText.trim().split('\n')
      return one.getAttribute('aria-label') ?? first
    }
    const pointOf = (one: Element) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const low = one.matches('.sheet__shade') ? 24 : height / 2
      return { x: left + width / 2, y: top + low }
    }
    const things = [
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
      things,
      labels: [...document.querySelectorAll('[aria-label]')]
        .filter(shown)
        .map((one) => one.getAttribute('aria-label') ?? ''),
      fields: Object.fromEntries(named),
    }
  }, OUTSIDE)
}

export const finds = (sight: Sight, name: string) => sight.things.find((thing) => thing.name === name)
export const says = (sight: Sight, words: string) =>
  sight.text.replace(/\s+/g, '').includes(words.replace(/\s+/g, ''))
