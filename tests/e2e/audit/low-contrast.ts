import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { contrastOnPixels, readColor } from './contrast'
import type { Finding } from './finding'
import type { TextLine } from './in-page/text-lines'

/** Minimum ratio of WCAG 2.2, 1.4.3, applied to large text too. */
const MIN_RATIO = 4.5
const HIDDEN_WORDS = `*, *::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important;
  text-shadow: none !important; caret-color: transparent !important; text-decoration-color: transparent !important }`

/** Returns lines below the minimum contrast, measured on a screenshot without the texts. The window must show everything. */
export async function lowContrast(page: Page, lines: TextLine[]): Promise<Finding[]> {
  const style = await page.addStyleTag({ content: HIDDEN_WORDS })
  const picture = sharp(await page.screenshot({ scale: 'css', animations: 'disabled' })).removeAlpha()
  await style.evaluate((element) => (element as Element).remove())
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return lines.flatMap(({ element, box, color, opacity }): Finding[] => {
    // only pixels that are whole within the line
    const [left, top] = [Math.max(0, Math.ceil(box.left)), Math.max(0, Math.ceil(box.top))]
    const right = Math.min(info.width, Math.floor(box.right))
    const bottom = Math.min(info.height, Math.floor(box.bottom))
    if (left >= right || top >= bottom) return []
    const rows: Uint8Array[] = []
    for (let y = top; y < bottom; y++)
      rows.push(data.subarray((y * info.width + left) * 3, (y * info.width + right) * 3))
    const [red, green, blue, alpha] = readColor(color)
    const ratio = contrastOnPixels([red, green, blue, alpha * opacity], Buffer.concat(rows))
    if (ratio >= MIN_RATIO) return []
    return [{ check: 'contrast', element, figure: `${ratio.toFixed(2)} : 1, ${color}` }]
  })
}
