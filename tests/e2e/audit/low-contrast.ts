import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { type Color, contrast, contrastOnPixels, type Layer, paint, readColor } from './contrast'
import type { Finding } from './finding'
import type { StyledLayer, TextColors } from './in-page/text-colors'

/** Minimum ratio of WCAG 2.2, 1.4.3, applied to large text too. */
const MIN_RATIO = 4.5
const HIDDEN_WORDS = `*, *::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important;
  text-shadow: none !important; caret-color: transparent !important; text-decoration-color: transparent !important }`

const layerOf = ({ color, groups }: StyledLayer): Layer => ({ color: readColor(color), groups })

/** Returns the lowest contrast of a text with the plain colours at its sample points. */
function onColors(text: StyledLayer, grounds: StyledLayer[][]): number {
  const ratios = grounds.map((ground) => {
    const layers = ground.map(layerOf)
    return contrast(paint([...layers, layerOf(text)]), paint(layers))
  })
  return Math.min(...ratios)
}

const faded = ({ color, groups }: StyledLayer): Color => {
  const [red, green, blue, alpha] = readColor(color)
  return [red, green, blue, groups.reduce((all, { opacity }) => all * opacity, alpha)]
}

/** Returns the contrast of texts over pictures, measured on a screenshot without the texts. */
async function contrastOnScreenshot(page: Page, lines: TextColors[]): Promise<number[]> {
  const style = await page.addStyleTag({ content: HIDDEN_WORDS })
  const picture = sharp(await page.screenshot({ scale: 'css', animations: 'disabled' })).removeAlpha()
  await style.evaluate((element) => (element as Element).remove())
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return lines.map(({ box, text }) => {
    const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most)
    const [left, right] = [clamp(box.left, info.width), clamp(box.right, info.width)]
    const [top, bottom] = [clamp(box.top, info.height), clamp(box.bottom, info.height)]
    const rows: Uint8Array[] = []
    for (let y = top; y < bottom; y++)
      rows.push(data.subarray((y * info.width + left) * 3, (y * info.width + right) * 3))
    return contrastOnPixels(faded(text), Buffer.concat(rows))
  })
}

/** Returns texts below the minimum contrast. The window must show everything. */
export async function lowContrast(page: Page, all: TextColors[]): Promise<Finding[]> {
  const plain = all.filter(({ grounds }) => grounds)
  const pictured = all.filter(({ grounds }) => !grounds)
  const ratios = [
    ...plain.map(({ text, grounds = [] }) => onColors(text, grounds)),
    ...(pictured.length > 0 ? await contrastOnScreenshot(page, pictured) : []),
  ]
  return [...plain, ...pictured].flatMap(({ element, text, grounds }, at): Finding[] => {
    const ratio = ratios[at] ?? 1
    if (ratio >= MIN_RATIO) return []
    const ground = grounds ? (grounds[0]?.map(({ color }) => color).join(' + ') ?? '') : 'a picture'
    return [{ check: 'contrast', element, figure: `${ratio.toFixed(2)} : 1, ${text.color} on ${ground}` }]
  })
}
