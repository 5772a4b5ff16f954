import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { openShop } from '../server/support/test-shop'
import { compilerTestBed } from './compiler-test-bed'
import { parseOutput } from './run-compiler'
import { createSmallEngine } from './small-engine'

const testBed = compilerTestBed()

interface CompileReport {
  compiled: { slug: string; target: string }[]
  refused: { shop: string; code: string; message: string }[]
}

test('an unexpected error is reported as failed for its shop, and the other apps and shops are compiled', async () => {
  const other = await openShop(testBed.env, { request: { name: '别家' } })
  const out = testBed.newFolder()
  // this engine has no H5 site, so the H5 target fails
  const result = await testBed.compile({ target: 'all', out }, ['--shop', other.slug], createSmallEngine())
  const report = parseOutput(result) as unknown as CompileReport
  const slugs = [testBed.shop.slug, other.slug]
  expect(result.code).toBe(1)
  expect(report.compiled.map(({ slug, target }) => [slug, target])).toEqual(
    slugs.map((slug) => [slug, 'weapp']),
  )
  expect(report.refused).toEqual(
    slugs.map((shop) => ({ shop, code: 'failed', message: expect.stringContaining('page-files.json') })),
  )
  for (const slug of slugs) expect(existsSync(path.join(out, slug, 'weapp/app.json'))).toBe(true)
})

const HASH = 'ab'.repeat(16)

/** Writes an export whose first product has a photo with corrupted sizes. */
async function withPhoto(corrupt: (bytes: Buffer) => Buffer): Promise<string> {
  const [product, ...more] = testBed.storefront.products
  const photos = [{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', hash: HASH }]
  const folder = testBed.writeExport({ products: [{ ...product, photos }, ...more] })
  mkdirSync(path.join(folder, 'photos'))
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const image = sharp({ create: { width: 375, height: 300, channels: 3, background: '#888', noise } })
  const bytes = await image.webp().toBuffer()
  for (const width of [375, 750, 1200])
    writeFileSync(path.join(folder, `photos/${HASH}-${width}.webp`), corrupt(bytes))
  return folder
}

test('a broken photo is reported and left out, and the app is compiled', async () => {
  for (const corrupt of [
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    () => Buffer.from('no photo'),
  ]) {
    const out = testBed.newFolder()
    const result = await testBed.compile({ shop: await withPhoto(corrupt), out })
    expect([result.code, parseOutput(result).message]).toEqual([0, undefined])
    expect(result.err).toMatch(new RegExp(`/photos/${HASH}-\\d+.webp is broken`))
    expect(existsSync(path.join(out, 'pictures'))).toBe(false)
  }
  const out = testBed.newFolder()
  const whole = await testBed.compile({ shop: await withPhoto((bytes) => bytes), out })
  expect([whole.err.includes('broken'), existsSync(path.join(out, 'pictures'))]).toEqual([false, true])
})
