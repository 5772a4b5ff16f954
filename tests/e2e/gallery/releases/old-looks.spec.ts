import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { LONG_RUN } from '../../long-run'
import { expect, test } from '../../test'
import type { GalleryView } from '../in-page/states'
import { compareParts } from './compare-parts'
import { compareInk } from './compare-pictures'
import { type Found, staleOf, unnamedOf } from './named-differences'
import {
  artsOf,
  fontsOf,
  partsOf,
  pictureFile,
  pictureOf,
  type Recording,
  recordingFile,
  shrink,
  WIDTH,
} from './released-look'

/**
 * Draws the shops of the last release with today's code: they keep their sections, order, texts and colors, and differ only in what
 * `named-differences.ts` names. `record.ts` recorded how the release drew them. Boxes and pictures are compared only on machines with the
 * letters of the recording; sections, texts, colors and sizes of type on all. `KZ_PICTURES=dist/looks` writes both drawings side by side.
 */

/** The shop as if it had been recorded now, since words tell the age of products. */
function renewed(view: GalleryView): GalleryView {
  const age = Date.now() - Math.max(...view.products.map(({ createdAt }) => createdAt))
  return {
    ...view,
    products: view.products.map((one) => ({ ...one, createdAt: one.createdAt + age })),
  }
}

async function writeSideBySide(template: string, before: Buffer, after: Buffer) {
  const folder = process.env.KZ_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const today = await (await shrink(after)).png().toBuffer()
  const sizes = await Promise.all([before, today].map((picture) => sharp(picture).metadata()))
  const [width, height] = [WIDTH + 8, Math.max(...sizes.map((size) => size.height ?? 0))]
  await sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .composite([
      { input: before, left: 0, top: 0 },
      { input: today, left: WIDTH / 2 + 8, top: 0 },
    ])
    .png()
    .toFile(path.join(folder, `${template}.png`))
}

test(
  'shops of the last release are drawn as it drew them, but for the named differences',
  LONG_RUN,
  async ({ gallery }) => {
    const { fonts, looks } = JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording
    const { page } = gallery
    const withBoxes = (await fontsOf(page)) === fonts
    if (!withBoxes)
      test.info().annotations.push({ type: 'not compared', description: 'boxes and pixels: other letters' })
    expect(Object.keys(looks)).toHaveLength(12)
    const found: Found[] = []
    const inks: string[] = []
    for (const [template, { view, parts }] of Object.entries(looks)) {
      await gallery.look(WIDTH, 1)
      await gallery.showLook(renewed(view), artsOf(view))
      const compared = compareParts(parts, await partsOf(page), withBoxes)
      // the recording is not empty
      expect(compared.length).toBeGreaterThan(40)
      found.push(...compared.flatMap(({ differences }) => differences).map((one) => ({ template, ...one })))
      const [before, after] = [readFileSync(pictureFile(template)), await pictureOf(page)]
      if (withBoxes)
        inks.push(...(await compareInk(compared, before, after)).map((one) => `${template}: ${one}`))
      await writeSideBySide(template, before, after)
    }
    expect(unnamedOf(found)).toEqual([])
    expect(inks).toEqual([])
    expect(staleOf(found, withBoxes), 'named differences that are none').toEqual([])
  },
)
