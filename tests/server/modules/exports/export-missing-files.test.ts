import { strFromU8, unzipSync } from 'fflate'
import { lookVoices } from '@/domain/look/look-voices'
import { offlineExportWords } from '@/locales/storefront/offline-export-page'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { findMissingBlobs } from '../../../../server/modules/exports/missing-files'
import { readExport } from '../../../../server/modules/exports/read-export'
import { TICKET_MS } from '../../../../server/modules/tickets/ticket'
import { downloadExport, openFurnishedShop } from '../../support/stories/shop-exports'
import { environmentPerTest } from '../../support/test-environment'

const env = environmentPerTest()
const other = environmentPerTest({ secret: 'another secret of another installation' })

const removeBlob = (ending: string) => {
  const name = env.blobs.names().find((one) => one.endsWith(ending))
  if (!name) throw new Error(`nothing ends in ${ending}`)
  return env.blobs.remove(name)
}

const LOST = offlineExportWords.lostFile

test('an export with a missing photo size lists the loss and is imported without that photo everywhere', async () => {
  const shop = await openFurnishedShop(env, true)
  expect(Object.keys(unzipSync(await downloadExport(env, shop)))).not.toContain(LOST)
  await removeBlob('750.webp')
  // the file that was made before is sent no longer
  env.advance(TICKET_MS)
  const zip = await downloadExport(env, shop)
  const note = strFromU8(unzipSync(zip)[LOST] ?? new Uint8Array())
  expect(note).toContain('没上架的')
  expect(note).not.toContain('「核桃」')

  const { missing } = await importArchive(other.deps, zip)
  expect(missing).toEqual({ products: ['没上架的'], look: true })
  const moved = await readExport(other.deps.db.query, shop.shopId)
  expect(moved?.products.map(({ name, photos }) => [name, photos.length])).toEqual([
    ['核桃', 0],
    ['没上架的', 0],
  ])
  expect(moved?.look.sections.at(-1)?.settings).toMatchObject({ photos: [], form: 'letter' })
  expect(lookVoices(moved?.look ?? { sections: [] })).toHaveLength(1)
  expect(other.blobs.names().filter((name) => !name.endsWith('.mp3'))).toEqual([])
  // the imported shop has no missing files
  expect(moved && (await findMissingBlobs(moved, other.blobs)).size).toBe(0)
})

test('an export with a missing voice file is imported without the voice', async () => {
  const shop = await openFurnishedShop(env)
  await removeBlob('.mp3')
  const zip = await downloadExport(env, shop)
  expect(strFromU8(unzipSync(zip)[LOST] ?? new Uint8Array())).toContain('店面')
  expect((await importArchive(other.deps, zip)).missing).toEqual({ products: [], look: true })
  const moved = await readExport(other.deps.db.query, shop.shopId)
  expect(moved?.look.sections.at(-1)?.settings).toMatchObject({ voice: null })
  expect(moved?.products[1]?.photos).toHaveLength(1)
})
