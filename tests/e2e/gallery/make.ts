import path from 'node:path'
import { launchBrowser } from '../../support/chromium'
import { GalleryPage } from './gallery-page'
import { OUT, overviewFile, widthsOf } from './output'
import { type Cell, cellOf, titleOf, writeSheet } from './sheets'

const TYPES = [1, 2] as const

/** A fixed shuffle of the unnamed templates for the grey sheet. */
const SHUFFLED = [7, 2, 10, 0, 5, 11, 3, 8, 1, 6, 9, 4]

/**
 * Renders every template in every state onto one sheet per width, an overview for README, and a grey, shuffled sheet without names.
 * Widths as arguments limit it; `short` omits the sheets of states; `docs` also writes README's picture.
 */
async function main(wanted: string[]) {
  const browser = await launchBrowser()
  try {
    const gallery = await GalleryPage.open(browser)
    await gallery.look(390, 1)
    const named: Cell[] = []
    const unnamed: Cell[] = []
    for (const template of gallery.templates) {
      await gallery.show(template, 'usual')
      named.push(await cellOf(gallery, 390, titleOf(template)))
      await gallery.show(template, 'usual', 'village-store')
      unnamed.push(await cellOf(gallery, 390, ''))
    }
    await writeSheet(browser, named, { file: overviewFile(wanted), columns: 6, width: 195 })
    const shuffled = SHUFFLED.map((at, place) => ({ ...(unnamed[at] as Cell), words: String(place + 1) }))
    await writeSheet(browser, shuffled, {
      file: path.join(OUT, 'grey.png'),
      columns: 6,
      width: 260,
      grey: true,
    })
    if (wanted.includes('short')) return
    for (const width of widthsOf(wanted)) {
      const cells: Cell[] = []
      for (const template of gallery.templates)
        for (const type of TYPES)
          for (const state of gallery.states) {
            await gallery.show(template, state)
            await gallery.look(width, type)
            cells.push(await cellOf(gallery, width, `${titleOf(template)}, ${state}, × ${type}`))
          }
      await writeSheet(browser, cells, {
        file: path.join(OUT, `${width}.png`),
        columns: gallery.states.length * TYPES.length,
        width: 180,
      })
      console.log(`${width} px: ${cells.length} cells`)
    }
  } finally {
    await browser.close()
  }
}

await main(process.argv.slice(2))
