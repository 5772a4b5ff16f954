import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp, weighBundle } from '../../scripts/build-weapp.mjs'
import { measureBundle } from '../../scripts/lib/weapp-bundle.mjs'
import { ApiPerson } from '../support/api-person'
import { launchBrowser } from '../support/chromium'
import { startServer } from '../support/server-process'
import { endWith, printTable, type Row } from './table'

const KB = 1024
const FIRST_LOAD = 150 * KB
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`

function weappRows(): Row[] {
  return weighBundle(measureBundle('dist/weapp')).rows.map(({ name, bytes, budget }) => ({
    what: `weapp ${name}`,
    figure: kb(bytes),
    budget: `≤ ${kb(budget)}`,
    kept: bytes <= budget,
  }))
}

/** Which scripts and styles a first visit to a storefront loads, found by visiting one. */
async function firstLoad(): Promise<string[]> {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const owner = await ApiPerson.arrive(server.origin)
    const { slug } = await owner.openShop([{ name: '成县核桃', price: 2500, stock: 10 }])
    const page = await browser.newPage()
    const files: string[] = []
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (/\.(js|css)$/.test(pathname)) files.push(pathname)
    })
    await page.goto(`${server.origin}/s/${slug}`)
    await page.getByText('成县核桃', { exact: true }).first().waitFor()
    await page.waitForLoadState('networkidle')
    return files
  } finally {
    await browser.close()
    await server.dispose()
  }
}

async function h5Rows(): Promise<Row[]> {
  const files = await firstLoad()
  const sizes = files.map((file) => gzipSync(readFileSync(path.join('dist/h5', file)), { level: 9 }).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return [
    {
      what: `H5 storefront first load, JS + CSS gzip (${files.length} files)`,
      figure: kb(total),
      budget: `≤ ${kb(FIRST_LOAD)}`,
      kept: files.length > 0 && total <= FIRST_LOAD,
    },
  ]
}

async function run() {
  await buildServer()
  await buildH5()
  await buildWeapp()
  return printTable('bench:size', [...weappRows(), ...(await h5Rows())])
}

run().then(endWith, (error: unknown) => {
  console.error(error)
  process.exit(1)
})
