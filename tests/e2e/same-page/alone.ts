import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { settled } from '../measured/settled'

const [WIDTH, HEIGHT] = [390, 2400]

/** Whatever a look stands in, here it stands alone: as wide as a phone, from the window's corner, in its own size. */
const ALONE = `
  body * { visibility: hidden !important; }
  .look, .look * { visibility: visible !important; }
  .preview { overflow: visible !important; }
  .preview__page { transform: none !important; }
  .look { position: fixed !important; top: 0; left: 0; z-index: 9999; width: ${WIDTH}px !important; font-family: "Noto Sans CJK SC" !important; }
`

export interface Shown {
  /** What it says, in order. */
  text: string
  pixels: Buffer
  width: number
  height: number
}

/** Photographs the look on a page and nothing around it. */
export async function lookAlone(page: Page): Promise<Shown> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
  const style = await page.addStyleTag({ content: ALONE })
  await settled(page)
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

/** A pixel is another one when a channel of it differs by more; letters are smoothed a little differently when they move. */
const SEEN = 40

/** The part of pixels that are others, 0 to 1; 1 when the sizes differ. */
export function difference(a: Shown, b: Shown): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let others = 0
  for (let at = 0; at < a.pixels.length; at += 3)
    if (
      [0, 1, 2].some(
        (channel) => Math.abs((a.pixels[at + channel] ?? 0) - (b.pixels[at + channel] ?? 0)) > SEEN,
      )
    )
      others += 1
  return others / (a.pixels.length / 3)
}
