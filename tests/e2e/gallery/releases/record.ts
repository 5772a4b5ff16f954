import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '../../../support/chromium'
import { waitForIdle } from '../../audit/page-idle'
import { bundleGallery, GalleryPage } from '../gallery-page'
import type { GalleryWindow } from '../in-page/entry'
import type { GalleryView } from '../in-page/states'
import {
  artsOf,
  FOLDER,
  fontsOf,
  partsOf,
  pictureFile,
  pictureOf,
  RELEASE,
  type Recording,
  recordingFile,
  shrink,
  WIDTH,
} from './released-look'

interface StatesWindow {
  states: { galleryView(template: string, state: 'usual'): GalleryView }
}

/**
 * Records how a release draws the looks of its templates. It is run once for a release, with the folder of a checkout of its tag that
 * has its own `node_modules`:
 *
 *     node scripts/run-ts.mjs tests/e2e/gallery/releases/record.ts ../released
 */
const [, , folder] = process.argv
if (!folder) throw new Error(`give the folder of a checkout of ${RELEASE}`)
const root = path.resolve(folder)

const browser = await launchBrowser()
try {
  const gallery = await GalleryPage.open(browser, 1, root)
  const { page } = gallery
  await page.addScriptTag({ content: (await bundleGallery(root, 'states.ts', 'states')).script })
  await gallery.look(WIDTH, 1)
  const recording: Recording = { fonts: await fontsOf(page), looks: {} }
  mkdirSync(path.join(FOLDER, RELEASE), { recursive: true })
  for (const template of gallery.templates) {
    const view = await page.evaluate(
      (name) => (window as unknown as StatesWindow).states.galleryView(name, 'usual'),
      template,
    )
    await page.evaluate(
      ([name, arts]) => (window as unknown as GalleryWindow).__gallery.show(name, 'usual', arts),
      [template, artsOf(view)] as const,
    )
    await waitForIdle(page)
    const picture = await shrink(await pictureOf(page))
    await picture.webp({ quality: 40 }).toFile(pictureFile(template))
    recording.looks[template] = { view, parts: await partsOf(page) }
  }
  writeFileSync(recordingFile, `${JSON.stringify(recording, null, 1)}\n`)
} finally {
  await browser.close()
}
