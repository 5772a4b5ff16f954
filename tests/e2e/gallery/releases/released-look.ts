import type { Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { drawnParts, fontSample } from '../in-page/drawn-parts'
import type { GalleryView } from '../in-page/states'

/** A shop as a release drew it: its stored look, its products, and the drawn parts. */
export interface ReleasedLook {
  view: GalleryView
  parts: string[]
}

/** What was recorded of a release. */
export interface Recording {
  /** The letters of the machine that recorded; boxes and pictures are compared only where they are the same. */
  fonts: string
  looks: Record<string, ReleasedLook>
}

export const RELEASE = 'v0.1.0-2'
export const FOLDER = 'tests/e2e/gallery/releases'
export const recordingFile = `${FOLDER}/${RELEASE}.json`
export const pictureFile = (template: string) => `${FOLDER}/${RELEASE}/${template}.webp`
export const WIDTH = 390
/** Pictures are stored in half their size. */
export const PICTURE_SCALE = 0.5

/** A picture of two colors in place of each photo, so that the recording does not depend on drawings. */
export function artsOf(view: GalleryView): Record<string, string> {
  const hashes = [...JSON.stringify(view).matchAll(/"hash":"([^"]+)"/g)].map(([, hash]) => hash as string)
  return Object.fromEntries(
    [...new Set(hashes)].map((hash, at) => {
      const hue = (at * 67) % 360
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="400" height="300"><path fill="hsl(${hue} 45% 70%)" d="M0 0h4v3H0z"/><circle fill="hsl(${hue} 45% 40%)" cx="2" cy="1.5" r="1"/></svg>`
      return [hash, `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`]
    }),
  )
}

export const partsOf = (page: Page) => page.evaluate(drawnParts)
export const fontsOf = (page: Page) => page.evaluate(fontSample)

/** A picture of the whole drawn look. */
export async function pictureOf(page: Page): Promise<Buffer> {
  await page.setViewportSize({ width: WIDTH, height: 844 })
  return page.screenshot({ fullPage: true, animations: 'disabled' })
}

/** Shrinks a picture to the stored size. `right` and `down` move it by a pixel before, so that halves of it fall on those of another. */
export async function shrink(picture: Buffer, right = 0, down = 0): Promise<Sharp> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const moved = await sharp(picture)
    .extend({ left: right, top: down, right: (width + right) % 2, bottom: (height + down) % 2 })
    .png()
    .toBuffer({ resolveWithObject: true })
  return sharp(moved.data).resize({ width: moved.info.width * PICTURE_SCALE })
}
