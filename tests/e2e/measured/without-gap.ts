import type { Page } from 'playwright-core'
import { WITHOUT_GAP } from '../../../config/gap-margins'
import type { Screen } from '../phone/phone'
import type { Look } from '../screens/stage'
import { putInto } from './form'
import { FORMS } from './forms'
import { settled, stillness } from './settled'

interface Box {
  name: string
  x: number
  y: number
  width: number
  height: number
}

/** Makes the browser one that has no flex `gap`, or again one that has it. Parts stay; their styles change in place. */
async function dropGap(page: Page, drop: boolean) {
  await page.evaluate(
    async ({ lacking, dropped }) => {
      const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
      for (const link of links) {
        const css = await (await fetch(link.href)).text()
        const style = Object.assign(document.createElement('style'), { textContent: css })
        link.replaceWith(style)
      }
      const sheets = document.querySelectorAll<HTMLStyleElement & { whole?: string }>('style:not([id])')
      for (const style of sheets) {
        const whole = style.whole ?? style.textContent ?? ''
        style.whole = whole
        const without = whole
          .replaceAll(lacking, '(inset: 0)')
          .replace(/(^|[{;\s])(row-|column-)?gap:[^;}]+/g, '$1')
        const next = dropped ? without : whole
        if (style.textContent !== next) style.textContent = next
      }
    },
    { lacking: WITHOUT_GAP, dropped: drop },
  )
  await stillness(page)
}

/** Where everything is that can be seen: words, pictures, fields, and boxes with a ground or a border. */
const boxesOf = (page: Page): Promise<Box[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element) => {
      const style = getComputedStyle(element)
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const drawn =
        style.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
        style.backgroundImage !== 'none' ||
        Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.borderBottomWidth) > 0
      return words || drawn || element.matches('img, input, textarea, svg, canvas')
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && isSeen(element))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const text = element.children.length === 0 ? (element.textContent ?? '').slice(0, 12) : ''
        const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${text}`.trim()
        return { name, x, y, width, height }
      })
  })

/** So far, in px, rounding may put things. */
const NEAR = 1
const SHOWN = 4

const differs = (a: Box, b: Box) =>
  (['x', 'y', 'width', 'height'] as const).some((side) => Math.abs(a[side] - b[side]) > NEAR)

const said = ({ x, y, width, height }: Box) => [x, y, width, height].map(Math.round).join(' ')

const movedBetween = (before: Box[], after: Box[]) =>
  before.flatMap((box, at) => {
    const other = after[at]
    if (other && !differs(box, other)) return []
    return [`${box.name}: ${said(box)} → ${other ? said(other) : 'gone'}`]
  })

/** What stands elsewhere without flex `gap`; looked at again where the page itself changed meanwhile. */
async function movedWithoutGap(page: Page): Promise<string[]> {
  await dropGap(page, false)
  for (;;) {
    const usual = await boxesOf(page)
    await dropGap(page, true)
    const without = await boxesOf(page)
    await dropGap(page, false)
    if (movedBetween(usual, await boxesOf(page)).length === 0) return movedBetween(usual, without)
  }
}

/** Notes what stands elsewhere on a screen where the browser lacks flex `gap`. */
export function comparingWithoutGap(screen: Screen, found: string[], screens: Set<string>): Look {
  return async (phone, name) => {
    const { page } = phone
    await settled(page)
    for (const form of FORMS[phone.kind as 'h5' | 'weapp']) {
      await putInto(page, form)
      const moved = await movedWithoutGap(page)
      const where = `${form.width} × ${form.height}, type × ${form.type}, ${name}`
      found.push(...moved.slice(0, SHOWN).map((line) => `${where}: ${line} (${moved.length})`))
    }
    await putInto(page, { ...screen, type: 1 })
    await settled(page)
    screens.add(name)
  }
}
