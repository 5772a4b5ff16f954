import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import type { GalleryPage } from './gallery-page'

/** A picture of a template with its caption. */
export interface Cell {
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
export async function cellOf(gallery: GalleryPage, width: number, words: string): Promise<Cell> {
  const clip = { x: 0, y: 0, width, height: Math.round(width * 2) }
  const picture = await gallery.page.screenshot({ clip, animations: 'disabled' })
  return { picture, words }
}

export const titleOf = (template: string) => templateCatalogue[template]?.title ?? template

/** Arranges cells on one sheet and writes it as PNG or WebP. */
export async function writeSheet(browser: Browser, cells: readonly Cell[], sheet: Sheet) {
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
