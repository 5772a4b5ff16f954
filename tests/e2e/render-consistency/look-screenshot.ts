import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { waitForIdle } from '../audit/page-idle'

const [WIDTH, HEIGHT] = [390, 2400]

/** Isolates the look: phone width, at the window's corner, at its original scale. */
const ISOLATING_STYLE = `
  body * { visibility: hidden !important; }
  .look, .look * { visibility: visible !important; }
  .preview { overflow: visible !important; }
  .preview__page { transform: none !important; }
  .look { position: fixed !important; top: 0; left: 0; z-index: 9999; width: ${WIDTH}px !important; font-family: "Noto Sans CJK SC" !important; }
`

export interface LookScreenshot {
  /** Its text in reading order. */
  text: string
  pixels: Buffer
  width: number
  height: number
}

/** Photographs the look without its surroundings. */
export async function screenshotLook(page: Page): Promise<LookScreenshot> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
  const style = await page.addStyleTag({ content: ISOLATING_STYLE })
  await waitForIdle(page)
  const look = page.locator('.look').last()
  const box = await look.boundingBox()
  if (!box) throw new Error('no look is shown')
  const picture = await page.screenshot({ clip: box, scale: 'css' })
  const text = await look.innerText()
  await style.evaluate((element) => (element as Element).remove())
  if (before) await page.setViewportSize(before)
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { text: text.replace(/\s+/g, ''), pixels: data, width: info.width, height: info.height }
}

/** Minimum channel difference of a changed pixel; text smoothing varies with the position. */
const MIN_DIFFERENCE = 40

/** Returns the fraction of changed pixels, or 1 when the sizes differ. */
export function difference(a: LookScreenshot, b: LookScreenshot): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let changed = 0
  for (let at = 0; at < a.pixels.length; at += 3)
    if (
      [0, 1, 2].some(
        (channel) => Math.abs((a.pixels[at + channel] ?? 0) - (b.pixels[at + channel] ?? 0)) > MIN_DIFFERENCE,
      )
    )
      changed += 1
  return changed / (a.pixels.length / 3)
}
