import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/exports'
import type { Storefront } from '@/features/storefront/use-storefront'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { openStockedShop } from '../../support/stocked-shop'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

// only the long run builds the engine of sites
const LONG = process.env.KZ_LONG === '1'
let folder: string

test.beforeAll(async ({ sharedServer: { server } }) => {
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
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('compiler keeps a shop with every kind of section within the size budgets', async ({ sharedServer }) => {
  const ran = await runCompiler(
    ...[
      '--shop',
      path.join(folder, 'shop'),
      '--target',
      LONG ? 'all' : 'weapp',
      '--out',
      path.join(folder, 'out'),
    ],
    ...['--api', sharedServer.server.origin],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  const weapp = path.join(folder, 'out/weapp')
  // an omitted section is replaced by a stub without elements
  for (const kind of sectionKinds)
    expect(readFileSync(path.join(weapp, `section-${kind}.js`), 'utf8')).toMatch(/createElement|jsxs?\)?\(/)
  if (!LONG) return
  expect(ran.err).toContain('--base https://host/path/')
  const scripts = readdirSync(path.join(folder, 'out/h5/js'))
  expect(scripts.some((name) => name.startsWith('lazy-sections'))).toBe(true)
})
