import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { launchBrowser } from '../../support/chromium'
import { GalleryPage } from './gallery-page'
import { OUT, overviewFile, widthsOf } from './output'

/** A picture of a template with its caption. */
interface Cell {
  picture: Buffer
  words: string
}

interface Sheet {
  file: string
  columns: number
  /** Width of a cell in px. */
  width: number
  grey?: boolean
}

/** Photographs the first two screen widths of a shown template. */
async function cellOf(gallery: GalleryPage, width: number, words: string): Promise<Cell> {
  const clip = { x: 0, y: 0, width, height: Math.round(width * 2) }
  const picture = await gallery.page.screenshot({ clip, animations: 'disabled' })
  return { picture, words }
}

const titleOf = (template: string) => templateCatalogue[template]?.title ?? template

/** Arranges cells on one sheet and writes it as PNG or WebP. */
async function writeSheet(browser: Browser, cells: readonly Cell[], sheet: Sheet) {
  const { file, columns, width, grey = false } = sheet
  const figures = await Promise.all(
    cells.map(async ({ picture, words }) => {
      const shrunk = await sharp(picture).resize({ width }).jpeg({ quality: 90 }).toBuffer()
      return `<figure><img src="data:image/jpeg;base64,${shrunk.toString('base64')}">${words && `<figcaption>${words}</figcaption>`}</figure>`
    }),
  )
  const page = await browser.newPage({ viewport: { width: columns * (width + 16) + 16, height: 800 } })
  await page.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(${columns},${width}px);gap:16px;margin:16px;background:#cfd5d0;font:15px sans-serif}figure{margin:0}img{display:block;width:100%;border-radius:10px}figcaption{padding:4px;text-align:center}</style>${figures.join('')}`,
  )
  const whole = sharp(await page.screenshot({ fullPage: true }))
  await page.close()
  mkdirSync(path.dirname(file), { recursive: true })
  const painted = grey ? whole.grayscale() : whole
  await (file.endsWith('.webp') ? painted.webp({ quality: 84 }) : painted.png({ palette: true })).toFile(file)
}

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
