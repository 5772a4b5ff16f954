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
import { HASH, Installations } from '../support/installations'

let here: Installations

describe('a backup that is not as it was made is refused before anything changes', () => {
  const spoilt: [what: string, spoil: (backup: string) => void, says: RegExp][] = [
    [
      'no manifest',
      (backup) => rmSync(path.join(backup, 'manifest.json')),
      /is no backup: it has no manifest/,
    ],
    [
      'a manifest that was cut',
      (backup) => writeFileSync(path.join(backup, 'manifest.json'), '{"for'),
      /damaged/,
    ],
    [
      'a manifest of other contents',
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
      'a photo with another byte',
      (backup) => appendFileSync(path.join(backup, `photos/ab/${HASH}-375.webp`), '.'),
      /damaged: photos.*375/,
    ],
    [
      'a photo that is gone',
      (backup) => rmSync(path.join(backup, `photos/ab/${HASH}-750.webp`)),
      /damaged: photos.*750/,
    ],
    [
      'a changed database',
      (backup) => new Sqlite(path.join(backup, 'kaizhang.db')).exec('delete from shop_order').close(),
      /damaged: kaizhang\.db/,
    ],
    [
      'a path that leads out',
      (backup) => appendFileSync(path.join(backup, 'checksums'), `${'0'.repeat(64)}  ../../x\n`),
      /damaged: checksums/,
    ],
    [
      'a newer one',
      (backup) => {
        const file = path.join(backup, 'manifest.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('"0003-looks"', '"0003-looks", "9999-later"'))
      },
      /newer Kaizhang \(9999-later\)/,
    ],
  ]
  let made: string
  beforeAll(async () => {
    here = new Installations()
    made = (await here.backedUp(await here.empty(true))).backup
  })
  afterAll(() => here.dispose())

  test.each(spoilt)('%s', async (_, spoil, says) => {
    const copy = path.join(mkdtempSync(path.join(here.folder, 'copy-')), 'kaizhang-20261125T000000Z')
    cpSync(made, copy, { recursive: true })
    spoil(copy)
    const to = await here.empty()
    await expect(here.restore(to, copy)).rejects.toThrow(says)
    expect(readdirSync(to.installation.dataDir)).toEqual([])
  })

  test('a folder of backups is no backup, and the newest in it is named', async () => {
    const parent = path.dirname(made)
    await expect(here.restore(await here.empty(), parent)).rejects.toThrow(`The newest one in it is ${made}.`)
    await expect(here.restore(await here.empty(), '/nowhere')).rejects.toThrow('There is no folder /nowhere.')
  })
})
