import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/shop/exports'
import type { Storefront } from '@/features/storefront/use-storefront'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { openStockedShop } from '../../support/stocked-shop'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

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

/** Compiles the shop, which must keep the size budgets, and returns the compiler's messages. */
async function compile(target: 'weapp' | 'h5', api: string): Promise<string> {
  const ran = await runCompiler(
    ...['--shop', path.join(folder, 'shop'), '--target', target, '--out', path.join(folder, target)],
    ...['--api', api],
  )
  if (ran.code !== 0) throw new Error(ran.err)
  return ran.err
}

test.describe('compiled shop with every kind of section', LONG_RUN, () => {
  test('keeps the size budgets of a mini-program', async ({ sharedServer: { server } }) => {
    await compile('weapp', server.origin)
    // an omitted section is replaced by a stub of empty modules
    for (const kind of sectionKinds)
      expect(readFileSync(path.join(folder, `weapp/section-${kind}.js`), 'utf8')).not.toContain(
        'function(){}',
      )
  })

  test('keeps the size budgets of a site', async ({ sharedServer: { server } }) => {
    expect(await compile('h5', server.origin)).toContain('--base https://host/path/')
    const scripts = readdirSync(path.join(folder, 'h5/js'))
    expect(scripts.some((name) => name.startsWith('lazy-sections'))).toBe(true)
  })
})
