import type { Page } from 'playwright-core'
import { WITHOUT_GAP } from '../../../config/gap-margins'
import type { Finding } from './finding'
import { waitForStillness } from './page-idle'

interface Box {
  name: string
  x: number
  y: number
  width: number
  height: number
}

/** Removes flex `gap` from all styles in place, or restores it. */
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
  await waitForStillness(page)
}

/** Returns the boxes of everything visible: text, pictures, fields, and boxes with a background or border. */
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

/** Tolerance in px for rounding. */
const TOLERANCE = 1
/** One box that is wrong moves all below it. */
const MAX_FINDINGS = 4

const differs = (a: Box, b: Box) =>
  (['x', 'y', 'width', 'height'] as const).some((side) => Math.abs(a[side] - b[side]) > TOLERANCE)

const formatBox = ({ x, y, width, height }: Box) => [x, y, width, height].map(Math.round).join(' ')

const movedBetween = (before: Box[], after: Box[]) =>
  before.flatMap((box, at): Finding[] => {
    const other = after[at]
    if (other && !differs(box, other)) return []
    const figure = `${formatBox(box)} → ${other ? formatBox(other) : 'gone'}`
    return [{ check: 'flex gap', element: box.name, figure }]
  })

/**
 * Returns elements that move without flex `gap`, which browsers such as iOS before 14.5 and Chrome before 84 do not have; repeats when
 * the page itself changed meanwhile.
 */
export async function movedWithoutGap(page: Page): Promise<Finding[]> {
  await dropGap(page, false)
  for (;;) {
    const usual = await boxesOf(page)
    await dropGap(page, true)
    const without = await boxesOf(page)
    await dropGap(page, false)
    if (movedBetween(usual, await boxesOf(page)).length > 0) continue
    return movedBetween(usual, without).slice(0, MAX_FINDINGS)
  }
}
