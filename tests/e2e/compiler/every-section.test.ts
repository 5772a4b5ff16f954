import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/exports'
import type { Storefront } from '@/features/storefront/use-storefront'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { runCompiler } from './run-compiler'

let server: ServerProcess
let folder: string

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-every-'))
  const { slug } = await openStockedShop(server.origin, { goods: 40, photos: 6 })
  const reply = await fetch(`${server.origin}/api/storefronts/${slug}`)
  const { shop, look, products } = (await reply.json()) as Storefront
  const sections = sectionKinds.map((kind) => ({ id: kind, kind, settings: sectionSchemas[kind].defaults }))
  mkdirSync(path.join(folder, 'shop'))
  writeFileSync(
    path.join(folder, 'shop/shop.json'),
    JSON.stringify({
      kind: EXPORT_KIND,
      format: EXPORT_FORMAT,
      shop,
      look: { ...look, sections },
      products,
    }),
  )
})
afterAll(async () => {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test('compiler keeps a shop with every kind of section within the size budgets', async () => {
  const ran = await runCompiler(
    ...['--shop', path.join(folder, 'shop'), '--target', 'all', '--out', path.join(folder, 'out')],
    ...['--api', server.origin],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  expect(ran.err).toContain('--base https://host/path/')
  const weapp = path.join(folder, 'out/weapp')
  // an omitted section is replaced by a stub without elements
  for (const kind of sectionKinds)
    expect(readFileSync(path.join(weapp, `section-${kind}.js`), 'utf8')).toMatch(/createElement|jsxs?\)?\(/)
  const scripts = readdirSync(path.join(folder, 'out/h5/js'))
  expect(scripts.some((name) => name.startsWith('lazy-sections'))).toBe(true)
})
