import zlib from 'node:zlib'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { MOST_PHOTO_FILE, MOST_SHOP_BYTES, SHOP_FILE } from '../../../server/modules/exports/file-names'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { exportOf, furnishedShop } from '../support/exports'
import { makeWorld, type World } from '../support/world'

const MB = 1024 * 1024

let world: World
let other: World
let files: Record<string, Uint8Array>
beforeEach(async () => {
  world = await makeWorld()
  other = await makeWorld({ secret: 'another secret of another installation' })
  files = unzipSync(await exportOf(world, await furnishedShop(world)))
})
afterEach(async () => {
  jest.restoreAllMocks()
  await world.app.close()
  await other.app.close()
})

/** Takes a zip in; how many bytes were unpacked of it, and what was wrong with it. */
async function unpackedOf(zip: Uint8Array): Promise<{ bytes: number; why: string | undefined }> {
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

test('what a shop does not name is never unpacked', async () => {
  const most = 3 * sum()
  const zeros = new Uint8Array(MOST_PHOTO_FILE)
  for (let at = 0; at < 60; at++) files[`photos/${String(at).padStart(32, '0')}-375.webp`] = zeros
  const zip = zipSync(files)
  expect(zip.length).toBeLessThan(MB)
  const { bytes, why } = await unpackedOf(zip)
  expect(why).toBeUndefined()
  expect(bytes).toBeLessThan(most)
})

test.each<[string, number, () => string]>([
  ['a photo', MOST_PHOTO_FILE + 1, photo],
  ['a voice', 512 * 1024 + 1, () => Object.keys(files).find((name) => name.endsWith('.mp3')) ?? ''],
  ['the shop itself', MOST_SHOP_BYTES + 1, () => SHOP_FILE],
])('%s that is larger than it can be is refused by its name, and never unpacked', async (_, size, name) => {
  files[name()] = new Uint8Array(size)
  const { bytes, why } = await unpackedOf(zipSync(files))
  expect(why).toContain(`${name()} is larger than it can be`)
  expect(bytes).toBeLessThan(MB)
})

test('a zip that says less than it holds unpacks no more than it says', async () => {
  files[photo()] = new Uint8Array(64 * MB)
  const zip = Buffer.from(zipSync(files))
  // its list says a thousand bytes
  const entry = zip.lastIndexOf(photo()) - 46
  expect(zip.readUInt32LE(entry + 24)).toBe(64 * MB)
  zip.writeUInt32LE(1000, entry + 24)
  const { bytes, why } = await unpackedOf(zip)
  expect(why).toContain('damaged')
  expect(bytes).toBeLessThan(MB)
})

test('a zip that is cut, or whose list leads nowhere, is a damaged one', async () => {
  const zip = Buffer.from(zipSync(files))
  const end = zip.length - 22
  const astray = (change: (zip: Buffer) => void) => {
    const copy = Buffer.from(zip)
    change(copy)
    return copy
  }
  const list = zip.readUInt32LE(end + 16)
  for (const bad of [
    zip.subarray(0, zip.length / 2),
    Buffer.alloc(0),
    astray((copy) => copy.writeUInt32LE(0xfffffff0, end + 16)),
    astray((copy) => copy.writeUInt16LE(0xffff, end + 10)),
    astray((copy) => copy.writeUInt32LE(0xfffffff0, list + 42)),
    astray((copy) => copy.writeUInt16LE(99, list + 10)),
  ])
    await expect(importArchive(other.deps, bad)).rejects.toThrow('That is no zip, or a damaged one.')
  expect(strFromU8(files[SHOP_FILE] ?? new Uint8Array())).toContain('核桃老店')
})
