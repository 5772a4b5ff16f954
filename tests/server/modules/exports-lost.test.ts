import { strFromU8, unzipSync } from 'fflate'
import { lookVoices } from '@/domain/look-voices'
import { takenWords } from '@/locales/zh-CN/offline-export-page'
import { importArchive } from '../../../server/modules/exports/import-archive'
import { lostHere } from '../../../server/modules/exports/lost-files'
import { readExport } from '../../../server/modules/exports/read-export'
import { exportOf, furnishedShop } from '../support/exports'
import { makeWorld, type World } from '../support/world'

let world: World
let other: World
beforeEach(async () => {
  world = await makeWorld()
  other = await makeWorld({ secret: 'another secret of another installation' })
})
afterEach(async () => {
  await world.app.close()
  await other.app.close()
})

const lose = (ending: string) => {
  const name = world.blobs.names().find((one) => one.endsWith(ending))
  if (!name) throw new Error(`nothing ends in ${ending}`)
  return world.blobs.remove(name)
}

const LOST = takenWords.lostFile

test('a shop that lost one size of a photo says so in its zip, and moves without the photo, wherever it was shown', async () => {
  const shop = await furnishedShop(world, true)
  expect(Object.keys(unzipSync(await exportOf(world, shop)))).not.toContain(LOST)
  await lose('750.webp')
  const zip = await exportOf(world, shop)
  const note = strFromU8(unzipSync(zip)[LOST] ?? new Uint8Array())
  expect(note).toContain('没上架的')
  expect(note).not.toContain('「核桃」')

  const { lost } = await importArchive(other.deps, zip)
  expect(lost).toEqual({ products: ['没上架的'], look: true })
  const moved = await readExport(other.deps.db.query, shop.shopId)
  expect(moved?.products.map(({ name, photos }) => [name, photos.length])).toEqual([
    ['核桃', 0],
    ['没上架的', 0],
  ])
  expect(moved?.look.sections.at(-1)?.settings).toMatchObject({ photos: [], form: 'letter' })
  expect(lookVoices(moved?.look ?? { sections: [] })).toHaveLength(1)
  expect(other.blobs.names().filter((name) => !name.endsWith('.mp3'))).toEqual([])
  // what is there now is whole
  expect(moved && (await lostHere(moved, other.blobs)).size).toBe(0)
})

test('a shop that lost its voice moves without it', async () => {
  const shop = await furnishedShop(world)
  await lose('.mp3')
  const zip = await exportOf(world, shop)
  expect(strFromU8(unzipSync(zip)[LOST] ?? new Uint8Array())).toContain('店面')
  expect((await importArchive(other.deps, zip)).lost).toEqual({ products: [], look: true })
  const moved = await readExport(other.deps.db.query, shop.shopId)
  expect(moved?.look.sections.at(-1)?.settings).toMatchObject({ voice: null })
  expect(moved?.products[1]?.photos).toHaveLength(1)
})
