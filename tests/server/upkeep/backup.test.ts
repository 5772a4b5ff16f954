import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { folderBlobs } from '../../../server/blobs/folder-blobs'
import { connect } from '../../../server/db/connect'
import { backUp, type Installation } from '../../../server/upkeep/backup'
import { restore } from '../../../server/upkeep/restore'
import { onPostgres, testPlace } from '../support/database'
import { rowsAt, type Table } from '../support/rows'
import { draftOf, openShop, placed } from '../support/shop'
import { makeWorld, newId } from '../support/world'

const SECRET = 'a secret that is long enough for keys'
const HASH = 'abcdef0123456789abcdef0123456789'
const SIZES = ['375.webp', '750.webp', '1200.webp', 'share.jpg']

let folder: string
const undo: (() => Promise<void>)[] = []
let lines: string[]
const tell = (line: string) => void lines.push(line)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-backup-'))
  lines = []
})
afterEach(async () => {
  for (const step of undo.splice(0)) await step()
  rmSync(folder, { recursive: true, force: true })
})

/** A place for an installation on the engine of the test run, or in a file. */
async function emptyPlace(onFile = !onPostgres) {
  const dataDir = mkdtempSync(path.join(folder, 'data-'))
  const inFile: Installation = { dataDir, databaseUrl: undefined, keySecret: undefined }
  if (onFile) return { installation: inFile, place: path.join(dataDir, 'kaizhang.db') }
  const { place, remove } = await testPlace()
  undo.push(remove)
  return { installation: { ...inFile, databaseUrl: place }, place }
}

type Spot = Awaited<ReturnType<typeof emptyPlace>>

/** A shop with a photo and so many orders. */
async function trade({ installation, place }: Spot, orders = 3) {
  writeFileSync(path.join(installation.dataDir, 'secret'), `${SECRET}\n`, { mode: 0o600 })
  const blobs = folderBlobs(path.join(installation.dataDir, 'photos'))
  for (const size of SIZES) await blobs.put(`${HASH}-${size}`, Buffer.from(`photo ${size}`))
  const world = await makeWorld({ place, blobs, secret: SECRET })
  const shop = await openShop(world, { stock: 50 })
  const photo = newId()
  await world.parts.db.query
    .insertInto('photo')
    .values({ id: photo, account_id: shop.owner.accountId, hash: HASH, unused_since: 1 })
    .execute()
  const changed = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, {
    version: 1,
    ...draftOf(shop.skuId),
    photos: [photo],
  })
  expect(changed.json()).toMatchObject({ photos: [{ hash: HASH }] })
  for (let i = 0; i < orders; i++) await placed(shop, shop.owner)
  return { world, shop }
}

async function backedUp(spot: Spot) {
  const { world } = await trade(spot)
  const backup = await backUp(spot.installation, path.join(folder, 'backups'), tell)
  await world.app.close()
  return { backup, rows: await rowsAt(spot.place) }
}

const put = (spot: Spot, backup: string, replace = false) =>
  restore(spot.installation, { backup, replace, tell })
const filesBelow = (root: string) =>
  (readdirSync(root, { recursive: true }) as string[]).filter(
    (name) => !statSync(path.join(root, name)).isDirectory(),
  )
const orderCount = async ({ place }: Spot) => (await rowsAt(place)).shop_order.length

test('a backup of a server that runs holds all, and says of itself what it holds', async () => {
  const spot = await emptyPlace()
  const { backup, rows } = await backedUp(spot)
  expect(path.basename(backup)).toMatch(/^kaizhang-\d{8}T\d{6}Z$/)
  expect(statSync(backup).mode & 0o777).toBe(0o700)
  expect(filesBelow(backup).sort()).toEqual(
    [
      'checksums',
      'kaizhang.db',
      'manifest.json',
      'secret',
      ...SIZES.map((size) => `photos/ab/${HASH}-${size}`),
    ].sort(),
  )
  const manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({
    format: 1,
    migrations: ['0001-first', '0002-changes'],
    photos: { files: 4 },
  })
  for (const [name, { rows: count }] of Object.entries<{ rows: number }>(manifest.tables))
    expect([name, count]).toEqual([name, rows[name as Table].length])
  expect(manifest.tables.shop_order.sums.total).toBe('7500')
  // by the tool that everybody has
  expect(execFileSync('sha256sum', ['-c', 'checksums'], { cwd: backup, encoding: 'utf8' })).not.toMatch(
    /FAILED/,
  )
  // the database is an ordinary file, whichever engine it came from
  expect(await rowsAt(path.join(backup, 'kaizhang.db'))).toEqual(rows)
  expect(lines.join('\n')).not.toMatch(/Warning/)
})

test.each([
  ['the same engine', !onPostgres],
  ['the other engine', onPostgres],
])('restored on %s everything is as it was', async (_, onFile) => {
  if (!onPostgres && !onFile) return
  const { backup, rows } = await backedUp(await emptyPlace())
  const to = await emptyPlace(onFile)
  const { aside, photos } = await put(to, backup)
  expect(photos).toBe(4)
  expect(aside).toBeUndefined()
  expect(await rowsAt(to.place)).toEqual(rows)
  const { dataDir } = to.installation
  expect(readFileSync(path.join(dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
  expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  for (const size of SIZES)
    expect(readFileSync(path.join(dataDir, 'photos/ab', `${HASH}-${size}`), 'utf8')).toBe(`photo ${size}`)
  expect(readdirSync(dataDir).filter((name) => /restore|part/.test(name))).toEqual([])
})

test('what is there is kept from a restore, unless it is told to replace it: then it lies beside', async () => {
  const spot = await emptyPlace()
  const { backup, rows } = await backedUp(spot)
  const used = await emptyPlace()
  const { world } = await trade(used, 5)
  await world.app.close()
  writeFileSync(path.join(used.installation.dataDir, 'secret'), 'another secret, as long as it has to be')
  const before = await rowsAt(used.place)
  await expect(put(used, backup)).rejects.toThrow(/is not empty\. Add --replace/)
  expect(await rowsAt(used.place)).toEqual(before)
  const { aside = '' } = await put(used, backup, true)
  expect(await rowsAt(used.place)).toEqual(rows)
  expect(path.dirname(aside)).toBe(used.installation.dataDir)
  expect(await rowsAt(path.join(aside, 'kaizhang.db'))).toEqual(before)
  expect(readFileSync(path.join(aside, 'secret'), 'utf8')).toMatch(/^another/)
  expect(readFileSync(path.join(used.installation.dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
})

test('a restore where a server works is refused, empty or not', async () => {
  const { backup } = await backedUp(await emptyPlace())
  const to = await emptyPlace()
  // behind a pooler one connection looks like another
  if (process.env.KZ_ENGINE === 'pgbouncer') return
  const running = await connect(to.place)
  await expect(put(to, backup, true)).rejects.toThrow(/^A server .*Stop it first/)
  await running.close()
  expect(await orderCount(to)).toBe(0)
})

test('an installation that only was started is empty', async () => {
  const { backup } = await backedUp(await emptyPlace())
  const to = await emptyPlace()
  await (await makeWorld({ place: to.place })).app.close()
  await put(to, backup)
  expect(await orderCount(to)).toBe(3)
})

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
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('"0002-changes"', '"0002-changes", "9999-later"'),
        )
      },
      /newer Kaizhang \(9999-later\)/,
    ],
  ]
  let made: Awaited<ReturnType<typeof backedUp>>
  let kept: string
  beforeAll(async () => {
    kept = mkdtempSync(path.join(tmpdir(), 'kz-backup-'))
    folder = kept
    made = await backedUp(await emptyPlace(true))
  })
  afterAll(() => rmSync(kept, { recursive: true, force: true }))

  test.each(spoilt)('%s', async (_, spoil, says) => {
    const copy = path.join(folder, 'kaizhang-20261125T000000Z')
    cpSync(made.backup, copy, { recursive: true })
    spoil(copy)
    const to = await emptyPlace()
    await expect(put(to, copy)).rejects.toThrow(says)
    expect(readdirSync(to.installation.dataDir)).toEqual([])
  })

  test('a folder of backups is no backup, and the newest in it is named', async () => {
    const parent = path.dirname(made.backup)
    await expect(put(await emptyPlace(), parent)).rejects.toThrow(`The newest one in it is ${made.backup}.`)
    await expect(put(await emptyPlace(), '/nowhere')).rejects.toThrow('There is no folder /nowhere.')
  })
})

test('photos that shops show and that are not there are told', async () => {
  const spot = await emptyPlace()
  const { world } = await trade(spot)
  rmSync(path.join(spot.installation.dataDir, 'photos', 'ab', `${HASH}-share.jpg`))
  await backUp(spot.installation, path.join(folder, 'backups'), tell)
  expect(lines.join('\n')).toMatch(
    /Warning: 1 photos that shops show are not in .*photos\. Is DATA_DIR right/,
  )
  await world.app.close()
})

test('what cannot be backed up is said in a line, and no folder is left', async () => {
  const into = path.join(folder, 'backups')
  const nothing = { dataDir: path.join(folder, 'none'), databaseUrl: undefined, keySecret: undefined }
  const away = { ...nothing, databaseUrl: 'postgres://u@127.0.0.1:1/x' }
  await expect(backUp(away, into, tell)).rejects.toThrow(/127\.0\.0\.1:1 does not answer/)
  await expect(backUp(nothing, into, tell)).rejects.toThrow(/^There is no .*none\.$/)
  expect(readdirSync(into)).toEqual([])
})

test('an older installation is backed up before it is brought up to date, and restored by this program', async () => {
  const spot = await emptyPlace(true)
  const { world } = await trade(spot)
  await world.app.close()
  const sqlite = new Sqlite(spot.place)
  sqlite.exec(
    `alter table shop drop column changes; delete from kysely_migration where name = '0002-changes'`,
  )
  sqlite.close()
  const backup = await backUp(spot.installation, path.join(folder, 'backups'), tell)
  const to = await emptyPlace()
  await put(to, backup)
  expect(await orderCount(to)).toBe(3)
  expect((await rowsAt(to.place)).shop).toMatchObject([{ changes: 0 }])
})

test('a damaged database gives way when it is told to, and is kept', async () => {
  if (onPostgres) return
  const { backup } = await backedUp(await emptyPlace())
  const to = await emptyPlace()
  writeFileSync(to.place, 'this was a database once'.repeat(500))
  await expect(put(to, backup)).rejects.toThrow(/is damaged\. Add --replace/)
  const { aside = '' } = await put(to, backup, true)
  expect(await orderCount(to)).toBe(3)
  expect(readFileSync(path.join(aside, 'kaizhang.db'), 'utf8')).toMatch(/^this was/)
})
