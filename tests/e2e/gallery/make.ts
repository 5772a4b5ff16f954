import path from 'node:path'
import { launchBrowser } from '../../support/chromium'
import { GalleryPage } from './gallery-page'
import { OUT, overviewFile, widthsOf } from './output'
import { type Cell, cellOf, layOut, titleOf } from './sheets'

const TYPES = [1, 2] as const

/** The same for everybody and every run: the order in which the unnamed templates lie on the grey sheet. */
const SHUFFLED = [7, 2, 10, 0, 5, 11, 3, 8, 1, 6, 9, 4]

/**
 * Every template in every state, at three widths and both sizes of type, on one sheet for each width; all of them side by
 * side for README; and shuffled, grey, without names and with the same goods, to see whether they can be told apart. Widths as arguments
 * narrow it down; `short` leaves the sheets of states out; `docs` writes README's picture too.
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
    await layOut(browser, named, { file: overviewFile(wanted), columns: 6, width: 195 })
    const shuffled = SHUFFLED.map((at, place) => ({ ...(unnamed[at] as Cell), words: String(place + 1) }))
    await layOut(browser, shuffled, { file: path.join(OUT, 'grey.png'), columns: 6, width: 260, grey: true })
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
      await layOut(browser, cells, {
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
