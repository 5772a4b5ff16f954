import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { HASH, TestInstances } from '../support/test-instances'

let instances: TestInstances

describe('restore of a damaged backup', () => {
  const damages: [what: string, damage: (backup: string) => void, message: RegExp][] = [
    [
      'no manifest',
      (backup) => rmSync(path.join(backup, 'manifest.json')),
      /is no backup: it has no manifest/,
    ],
    [
      'a truncated manifest',
      (backup) => writeFileSync(path.join(backup, 'manifest.json'), '{"for'),
      /damaged/,
    ],
    [
      'a manifest that contradicts the data',
      (backup) => {
        const file = path.join(backup, 'manifest.json')
        writeFileSync(
          file,
          readFileSync(file, 'utf8')
            .replace('"total": "7500"', '"total": "7400"')
            .replace(/("shop_order": \{\s+"rows": )3/, '$14'),
        )
      },
      /damaged: shop_order has 4 rows here and 3 there/,
    ],
    [
      'a changed photo',
      (backup) => appendFileSync(path.join(backup, `photos/ab/${HASH}-375.webp`), '.'),
      /damaged: photos.*375/,
    ],
    [
      'a missing photo',
      (backup) => rmSync(path.join(backup, `photos/ab/${HASH}-750.webp`)),
      /damaged: photos.*750/,
    ],
    [
      'a changed database',
      (backup) => new Sqlite(path.join(backup, 'kaizhang.db')).exec('delete from shop_order').close(),
      /damaged: kaizhang\.db/,
    ],
    [
      'a path outside the backup',
      (backup) => appendFileSync(path.join(backup, 'checksums'), `${'0'.repeat(64)}  ../../x\n`),
      /damaged: checksums/,
    ],
    [
      'a migration of a newer version',
      (backup) => {
        const file = path.join(backup, 'manifest.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('"0003-looks"', '"0003-looks", "9999-later"'))
      },
      /newer Kaizhang \(9999-later\)/,
    ],
  ]
  let made: string
  beforeAll(async () => {
    instances = new TestInstances()
    made = (await instances.createAndBackUp(await instances.createEmpty(true))).backup
  })
  afterAll(() => instances.dispose())

  test.each(damages)('refuses a backup with %s before it changes anything', async (_, damage, message) => {
    const copy = path.join(mkdtempSync(path.join(instances.folder, 'copy-')), 'kaizhang-20261125T000000Z')
    cpSync(made, copy, { recursive: true })
    damage(copy)
    const to = await instances.createEmpty()
    await expect(instances.restore(to, copy)).rejects.toThrow(message)
    expect(readdirSync(to.installation.dataDir)).toEqual([])
  })

  test('refuses a folder of backups and names the newest one in it', async () => {
    const parent = path.dirname(made)
    await expect(instances.restore(await instances.createEmpty(), parent)).rejects.toThrow(
      `The newest one in it is ${made}.`,
    )
    await expect(instances.restore(await instances.createEmpty(), '/nowhere')).rejects.toThrow(
      'There is no folder /nowhere.',
    )
  })
})
