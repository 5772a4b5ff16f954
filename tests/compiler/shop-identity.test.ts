import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { compilerTestBed, withFixedResponse } from './compiler-test-bed'
import { parseOutput } from './run-compiler'
import { createSmallEngine } from './small-engine'

const testBed = compilerTestBed()

const readEmbeddedShop = (out: string) => {
  const text = readFileSync(path.join(out, 'embedded-shop.js'), 'utf8')
  return JSON.parse(text.slice('module.exports='.length)) as {
    at: number
    storefront: { shop: { name: string } }
  }
}

describe('compiling an export for a server', () => {
  const OTHER = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const at = (status: number, body: object | string) =>
    withFixedResponse(status, typeof body === 'string' ? body : JSON.stringify(body), (api) =>
      testBed.compile({ shop: testBed.writeExport(), api }),
    )

  test('rejects another shop under the same slug by name and writes no app', async () => {
    const { storefront } = testBed
    const result = await at(200, { ...storefront, shop: { ...storefront.shop, id: OTHER, name: '别家果园' } })
    expect(parseOutput(result)).toMatchObject({ ok: false, code: 'wrong-shop', compiled: [] })
    expect(parseOutput(result).message).toMatch(/another shop, "别家果园", at \/s\/\w+, not "核桃老店"/)
  })

  test('rejects a server without this shop or with an invalid response', async () => {
    expect(parseOutput(await at(404, '{}'))).toMatchObject({
      code: 'wrong-shop',
      message: expect.stringContaining('no shop'),
    })
    for (const body of ['[]', 'null', '{"shop":null}', '{"shop":7}'])
      expect(parseOutput(await at(200, body))).toMatchObject({ code: 'wrong-shop' })
    expect(parseOutput(await at(200, '<html>'))).toMatchObject({ code: 'no-api' })
    expect(parseOutput(await at(403, 'no'))).toMatchObject({ code: 'no-api' })
  })

  test('warns when the server is unreachable or failing, and compiles the app', async () => {
    const shop = testBed.writeExport()
    for (const result of [await testBed.compile({ shop, api: 'http://127.0.0.1:9' }), await at(503, 'no')]) {
      expect([result.code, parseOutput(result).ok]).toEqual([0, true])
      expect(result.err).toContain('it was not checked that')
    }
    const sure = await testBed.compile({ shop })
    expect([sure.code, sure.err]).toEqual([0, expect.not.stringContaining('not checked')])
  })
})

test('files dated 1980 by a zip count as of now, and others keep their date', async () => {
  const before = Date.now()
  const shop = path.join(testBed.writeExport(), 'shop.json')
  const [old, later] = [testBed.newFolder(), testBed.newFolder()]
  utimesSync(shop, new Date(1980, 0, 1), new Date(1980, 0, 1))
  await testBed.compile({ shop, out: old })
  expect(readEmbeddedShop(old).at).toBeGreaterThanOrEqual(before)
  utimesSync(shop, 1_700_000_000, 1_700_000_000)
  await testBed.compile({ shop, out: later })
  expect(readEmbeddedShop(later).at).toBe(1_700_000_000_000)
})

test('an oversized file in a zip is rejected by name without unpacking the zip first', async () => {
  const { storefront } = testBed
  const [product, ...more] = storefront.products
  const photos = [{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', hash: 'ab'.repeat(16) }]
  const names = [375, 750, 1200].map((width) => `photos/${photos[0]?.hash}-${width}.webp`)
  const zipped = (bytes: number) => {
    const { shop, look } = storefront
    const data = { kind: 'kaizhang-shop', format: 1, shop, look, products: [{ ...product, photos }, ...more] }
    const file = `${testBed.newFolder()}.zip`
    const large = Object.fromEntries(names.map((name) => [name, new Uint8Array(bytes)]))
    writeFileSync(file, zipSync({ 'shop.json': strToU8(JSON.stringify(data)), ...large }))
    return file
  }
  const fine = await testBed.compile({ shop: zipped(1000) })
  expect([fine.code, fine.err]).toEqual([0, expect.stringContaining('is broken')])
  expect(parseOutput(await testBed.compile({ shop: zipped(2 * 1024 * 1024 + 1) }))).toMatchObject({
    code: 'malformed',
    message: expect.stringMatching(/photos\/\w+-\d+\.webp is larger than it can be/),
  })
})

test('ids and appids in the texts of the seller do not count as data of another shop', async () => {
  const name = 'wxfedcba9876543210<3'
  const { shop } = testBed.storefront
  const place = '01BX5ZZKBKACTAV9WEVGEMMVRZ'
  const out = testBed.newFolder()
  const result = await testBed.compile({ shop: testBed.writeExport({ shop: { ...shop, name, place } }), out })
  expect([result.code, parseOutput(result).message]).toEqual([0, undefined])
  expect(readEmbeddedShop(out).storefront.shop.name).toBe(name)
  const leaky = createSmallEngine({ 'common.js': '"01BX5ZZKBKACTAV9WEVGEMMVRY"' })
  const other = testBed.writeExport({ shop: { ...shop, name, place } })
  expect(parseOutput(await testBed.compile({ shop: other }, [], leaky))).toMatchObject({
    code: 'wrong-shop',
  })
})
