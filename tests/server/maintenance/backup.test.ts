import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../../../server/db/connect'
import { migrateWithin } from '../../../server/db/migrate'
import { migrations } from '../../../server/db/migrations'
import { openDraft } from '../../../server/maintenance/open-file'
import { tablesOf } from '../../../server/maintenance/tables-of'
import { onPostgres } from '../support/database'
import { HASH, Installations, orderCount, SECRET, SIZES } from '../support/installations'
import { rowsAt, type Table } from '../support/rows'
import { makeWorld } from '../support/world'

let here: Installations
beforeEach(() => {
  here = new Installations()
})
afterEach(() => here.dispose())

const filesBelow = (root: string) =>
  (readdirSync(root, { recursive: true }) as string[]).filter(
    (name) => !statSync(path.join(root, name)).isDirectory(),
  )

test('a backup of a server that runs holds all, and says of itself what it holds', async () => {
  const spot = await here.empty()
  const { backup, rows } = await here.backedUp(spot)
  expect(path.basename(backup)).toMatch(/^kaizhang-\d{8}T\d{6}Z$/)
  expect(statSync(backup).mode & 0o777).toBe(0o700)
  expect(filesBelow(backup).sort()).toEqual(
    [
      'checksums',
      'kaizhang.db',
      'manifest.json',
      'secret',
      ...SIZES.map((size) => `photos/ab/${HASH}-${size}`),
      `photos/ab/${HASH}.mp3`,
    ].sort(),
  )
  const manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({
    format: 1,
    migrations: Object.keys(migrations),
    photos: { files: 5 },
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
  expect(here.lines.join('\n')).not.toMatch(/Warning/)
})

test.each([
  ['the same engine', !onPostgres],
  ['the other engine', onPostgres],
])('restored on %s everything is as it was', async (_, onFile) => {
  if (!onPostgres && !onFile) return
  const { backup, rows } = await here.backedUp(await here.empty())
  const to = await here.empty(onFile)
  const { aside, photos } = await here.restore(to, backup)
  expect(photos).toBe(5)
  expect(aside).toBeUndefined()
  expect(await rowsAt(to.place)).toEqual(rows)
  const { dataDir } = to.installation
  expect(readFileSync(path.join(dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
  expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(path.join(dataDir, 'photos/ab', `${HASH}.mp3`), 'utf8')).toBe('spoken')
  for (const size of SIZES)
    expect(readFileSync(path.join(dataDir, 'photos/ab', `${HASH}-${size}`), 'utf8')).toBe(`photo ${size}`)
  expect(readdirSync(dataDir).filter((name) => /restore|part/.test(name))).toEqual([])
})

test('what is there is kept from a restore, unless it is told to replace it: then it lies beside', async () => {
  const spot = await here.empty()
  const { backup, rows } = await here.backedUp(spot)
  const used = await here.empty()
  const world = await here.trade(used, 5)
  await world.app.close()
  writeFileSync(path.join(used.installation.dataDir, 'secret'), 'another secret, as long as it has to be')
  const before = await rowsAt(used.place)
  await expect(here.restore(used, backup)).rejects.toThrow(/is not empty\. Add --replace/)
  expect(await rowsAt(used.place)).toEqual(before)
  const { aside = '' } = await here.restore(used, backup, true)
  expect(await rowsAt(used.place)).toEqual(rows)
  expect(path.dirname(aside)).toBe(used.installation.dataDir)
  expect(await rowsAt(path.join(aside, 'kaizhang.db'))).toEqual(before)
  expect(readFileSync(path.join(aside, 'secret'), 'utf8')).toMatch(/^another/)
  expect(readFileSync(path.join(used.installation.dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
})

test('a restore where a server works is refused, empty or not', async () => {
  const { backup } = await here.backedUp(await here.empty())
  const to = await here.empty()
  // behind a pooler one connection looks like another
  if (process.env.KZ_ENGINE === 'pgbouncer') return
  const running = await connect(to.place)
  await expect(here.restore(to, backup, true)).rejects.toThrow(/^A server .*Stop it first/)
  await running.close()
  expect(await orderCount(to)).toBe(0)
})

test('an installation that only was started is empty', async () => {
  const { backup } = await here.backedUp(await here.empty())
  const to = await here.empty()
  await (await makeWorld({ place: to.place })).app.close()
  await here.restore(to, backup)
  expect(await orderCount(to)).toBe(3)
})

test('photos and voices that shops show and that are not there are told', async () => {
  const spot = await here.empty()
  const world = await here.trade(spot)
  rmSync(path.join(spot.installation.dataDir, 'photos', 'ab', `${HASH}-share.jpg`))
  rmSync(path.join(spot.installation.dataDir, 'photos', 'ab', `${HASH}.mp3`))
  await here.backUp(spot.installation)
  expect(here.lines.join('\n')).toMatch(/Warning: 1 voices that shops let speak are not in/)
  expect(here.lines.join('\n')).toMatch(
    /Warning: 1 photos that shops show are not in .*photos\. Is DATA_DIR right/,
  )
  await world.app.close()
})

test('what cannot be backed up is said in a line, and no folder is left', async () => {
  const nothing = { dataDir: path.join(here.folder, 'none'), databaseUrl: undefined, keySecret: undefined }
  const away = { ...nothing, databaseUrl: 'postgres://u@127.0.0.1:1/x' }
  await expect(here.backUp(away)).rejects.toThrow(/127\.0\.0\.1:1 does not answer/)
  await expect(here.backUp(nothing)).rejects.toThrow(/^There is no .*none\.$/)
  expect(readdirSync(here.backups)).toEqual([])
})

/** Makes a database one that the first version left, with the rows it has. */
async function backToFirstVersion(file: string) {
  const old = openDraft(`${file}.old`)
  await migrateWithin(old.query, file, ['0001-first'])
  const shapes = await tablesOf(old.query)
  old.sqlite.exec('commit')
  old.sqlite.prepare('attach ? as present').run(file)
  for (const { name, columns } of shapes)
    old.sqlite.exec(`insert into ${name} (${columns}) select ${columns} from present.${name}`)
  old.close()
  renameSync(`${file}.old`, file)
}

test('an older installation is backed up before it is brought up to date, and restored by this program', async () => {
  const spot = await here.empty(true)
  const world = await here.trade(spot)
  await world.app.close()
  await backToFirstVersion(spot.place)
  const backup = await here.backUp(spot.installation)
  const to = await here.empty()
  await here.restore(to, backup)
  expect(await orderCount(to)).toBe(3)
  const rows = await rowsAt(to.place)
  expect(rows.shop).toMatchObject([{ changes: 0, order_limits: null }])
  expect(rows.shop_buyer).toMatchObject([{ orders: 3, blocked_at: null }])
})

test('a damaged database gives way when it is told to, and is kept', async () => {
  if (onPostgres) return
  const { backup } = await here.backedUp(await here.empty())
  const to = await here.empty()
  writeFileSync(to.place, 'this was a database once'.repeat(500))
  await expect(here.restore(to, backup)).rejects.toThrow(/is damaged\. Add --replace/)
  const { aside = '' } = await here.restore(to, backup, true)
  expect(await orderCount(to)).toBe(3)
  expect(readFileSync(path.join(aside, 'kaizhang.db'), 'utf8')).toMatch(/^this was/)
})
