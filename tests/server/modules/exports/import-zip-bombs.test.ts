import zlib from 'node:zlib'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import {
  MAX_PHOTO_FILE_BYTES,
  MAX_SHOP_BYTES,
  SHOP_FILE,
} from '../../../../server/modules/exports/file-names'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { downloadExport, openFurnishedShop } from '../../support/stories/shop-exports'
import { createTestEnvironment, environmentPerTest } from '../../support/test-environment'

const MB = 1024 * 1024
const LONG = process.env.KZ_LONG === '1'

let exported: Record<string, Uint8Array>
let files: Record<string, Uint8Array>
const other = environmentPerTest({ secret: 'another secret of another installation' })
beforeAll(async () => {
  const env = await createTestEnvironment()
  exported = unzipSync(await downloadExport(env, await openFurnishedShop(env)))
  await env.app.close()
})
beforeEach(() => {
  files = { ...exported }
})
afterEach(() => jest.restoreAllMocks())

/** Imports a zip; returns how many bytes were unpacked and the message of the error, if any. */
async function importAndMeasure(zip: Uint8Array): Promise<{ bytes: number; why: string | undefined }> {
  const unpack = jest.spyOn(zlib, 'inflateRawSync')
  const why = await importArchive(other.deps, zip).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const bytes = unpack.mock.results.reduce(
    (sum, { type, value }) => sum + (type === 'return' ? (value as Buffer).length : 0),
    0,
  )
  return { bytes, why }
}

const photo = () => Object.keys(files).find((name) => name.endsWith('1200.webp')) ?? ''
const sum = () => Object.values(files).reduce((bytes, { length }) => bytes + length, 0)

test('importArchive never unpacks files that the shop does not name', async () => {
  const most = 3 * sum()
  const zeros = new Uint8Array(MAX_PHOTO_FILE_BYTES)
  for (let at = 0; at < (LONG ? 60 : 6); at++)
    files[`photos/${String(at).padStart(32, '0')}-375.webp`] = zeros
  const zip = zipSync(files)
  expect(zip.length).toBeLessThan(MB)
  const { bytes, why } = await importAndMeasure(zip)
  expect(why).toBeUndefined()
  expect(bytes).toBeLessThan(most)
})

test.each<[string, number, () => string]>([
  ['a photo', MAX_PHOTO_FILE_BYTES + 1, photo],
  ['a voice', 512 * 1024 + 1, () => Object.keys(files).find((name) => name.endsWith('.mp3')) ?? ''],
  ['the shop itself', MAX_SHOP_BYTES + 1, () => SHOP_FILE],
])('importArchive rejects %s above its size limit by name without unpacking it', async (_, size, name) => {
  files[name()] = new Uint8Array(size)
  const { bytes, why } = await importAndMeasure(zipSync(files))
  expect(why).toContain(`${name()} is larger than it can be`)
  expect(bytes).toBeLessThan(MB)
})

test('importArchive unpacks no more bytes than the zip directory declares', async () => {
  const size = (LONG ? 64 : 8) * MB
  files[photo()] = new Uint8Array(size)
  const zip = Buffer.from(zipSync(files))
  // the zip directory declares 1,000 bytes
  const entry = zip.lastIndexOf(photo()) - 46
  expect(zip.readUInt32LE(entry + 24)).toBe(size)
  zip.writeUInt32LE(1000, entry + 24)
  const { bytes, why } = await importAndMeasure(zip)
  expect(why).toContain('damaged')
  expect(bytes).toBeLessThan(MB)
})

test('importArchive rejects a truncated zip and one with a broken directory', async () => {
  const zip = Buffer.from(zipSync(files))
  const end = zip.length - 22
  const corrupt = (change: (zip: Buffer) => void) => {
    const copy = Buffer.from(zip)
    change(copy)
    return copy
  }
  const list = zip.readUInt32LE(end + 16)
  for (const bad of [
    zip.subarray(0, zip.length / 2),
    Buffer.alloc(0),
    corrupt((copy) => copy.writeUInt32LE(0xfffffff0, end + 16)),
    corrupt((copy) => copy.writeUInt16LE(0xffff, end + 10)),
    corrupt((copy) => copy.writeUInt32LE(0xfffffff0, list + 42)),
    corrupt((copy) => copy.writeUInt16LE(99, list + 10)),
  ])
    await expect(importArchive(other.deps, bad)).rejects.toThrow('That is no zip, or a damaged one.')
  expect(strFromU8(files[SHOP_FILE] ?? new Uint8Array())).toContain('核桃老店')
})
