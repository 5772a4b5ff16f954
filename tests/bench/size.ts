import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { tradeQuestionWords } from '@/locales/shop/wizard'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp, weighBundle } from '../../scripts/build-weapp.mjs'
import { measureBundle } from '../../scripts/lib/weapp-bundle.mjs'
import { ApiClient } from '../support/api-client'
import { launchBrowser } from '../support/chromium'
import { startServer } from '../support/server-process'
import { exitAfter, printTable, type Row, rowOf } from './table'

const KB = 1024
const FIRST_LOAD = 145 * KB
const STRIP = 3 * KB
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`

function weappRows(): Row[] {
  const { rows } = weighBundle(measureBundle('dist/weapp'))
  const bytesOf = (package_: string) => rows.find(({ name }) => name === package_)?.bytes ?? Number.NaN
  return [
    ...rows.map(({ name, bytes, budget }) =>
      rowOf(`weapp ${name}`, kb(bytes), `≤ ${kb(budget)}`, bytes <= budget),
    ),
    rowOf(
      'weapp to the wizard: main and its package',
      kb(bytesOf('main') + bytesOf('pages/wizard')),
      'none',
      bytesOf('pages/wizard') > 0,
    ),
  ]
}

/** Visits each page with a phone and returns the scripts and styles that its first visit loads. */
async function firstLoads(): Promise<{ storefront: string[]; wizard: string[] }> {
  const server = await startServer()
  const browser = await launchBrowser()
  const loadedBy = async (path: string, words: string) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const files: string[] = []
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (/\.(js|css)$/.test(pathname)) files.push(pathname)
    })
    await page.goto(`${server.origin}${path}`)
    await page.getByText(words, { exact: true }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.close()
    return files
  }
  try {
    const owner = await ApiClient.signIn(server.origin)
    const { slug } = await owner.openShop([{ name: '成县核桃', price: 2500, stock: 10 }])
    return {
      storefront: await loadedBy(`/s/${slug}`, '成县核桃'),
      wizard: await loadedBy('/open', tradeQuestionWords.title),
    }
  } finally {
    await browser.close()
    await server.dispose()
  }
}

/** Returns the gzipped bytes of files of the H5 build. */
const gzippedSize = (files: readonly string[]) =>
  files
    .map((file) => gzipSync(readFileSync(path.join('dist/h5', file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0)

/** Measures the files that a learner loads after joining a lesson: the strip above the wizard's questions. */
function stripRow(): Row {
  const files = ['js', 'css'].flatMap((folder) =>
    readdirSync(path.join('dist/h5', folder))
      .filter((name) => /^lesson-strip\.\w+\.(js|css)$/.test(name))
      .map((name) => path.join(folder, name)),
  )
  return rowOf(
    `H5 strip of a lesson, JS + CSS gzip (${files.length} files)`,
    kb(gzippedSize(files)),
    `≤ ${kb(STRIP)}`,
    files.length === 2 && gzippedSize(files) <= STRIP,
  )
}

async function h5Rows(): Promise<Row[]> {
  const { storefront, wizard } = await firstLoads()
  const total = gzippedSize(storefront)
  return [
    rowOf(
      `H5 storefront first load, JS + CSS gzip (${storefront.length} files)`,
      kb(total),
      `≤ ${kb(FIRST_LOAD)}`,
      storefront.length > 0 && total <= FIRST_LOAD,
    ),
    rowOf(
      `H5 wizard first load, JS + CSS gzip (${wizard.length} files)`,
      kb(gzippedSize(wizard)),
      'none',
      wizard.length > 0,
    ),
    stripRow(),
  ]
}

async function run() {
  await buildServer()
  await buildH5()
  await buildWeapp()
  return printTable('bench:size', [...weappRows(), ...(await h5Rows())])
}

exitAfter(run())
