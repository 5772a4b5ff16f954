import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../../../server/db/connect'
import { migrateWithin } from '../../../server/db/migrate'
import { migrations } from '../../../server/db/migrations'
import { readTables } from '../../../server/maintenance/copy/read-tables'
import { openDraft } from '../../../server/maintenance/open-file'
import { onPostgres } from '../support/database'
import { readAllRowsAt, type Table } from '../support/read-all-rows'
import { createTestEnvironment } from '../support/test-environment'
import { HASH, orderCount, SECRET, SIZES, TestInstances } from '../support/test-instances'

let instances: TestInstances
beforeEach(() => {
  instances = new TestInstances()
})
afterEach(() => instances.dispose())

const filesBelow = (root: string) =>
  (readdirSync(root, { recursive: true }) as string[]).filter(
    (name) => !statSync(path.join(root, name)).isDirectory(),
  )

test('a backup of a running server contains everything and describes its content', async () => {
  const instance = await instances.createEmpty()
  const { backup, rows } = await instances.createAndBackUp(instance)
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
    format: 2,
    migrations: Object.keys(migrations),
    photos: { files: 5 },
  })
  for (const [name, { rows: count }] of Object.entries<{ rows: number }>(manifest.tables))
    expect([name, count]).toEqual([name, rows[name as Table].length])
  expect(manifest.tables.shop_order.sums.total).toBe('7500')
  // with the standard tool
  expect(execFileSync('sha256sum', ['-c', 'checksums'], { cwd: backup, encoding: 'utf8' })).not.toMatch(
    /FAILED/,
  )
  // the database in the backup is SQLite on either engine
  expect(await readAllRowsAt(path.join(backup, 'kaizhang.db'))).toEqual(rows)
  expect(instances.lines.join('\n')).not.toMatch(/Warning/)
})

/** The engines that a backup is restored into; the run on SQLite has one. */
const ENGINES: [name: string, onFile: boolean][] = [
  ['the same engine', !onPostgres],
  ...(onPostgres ? ([['the other engine', true]] as [string, boolean][]) : []),
]

test.each(ENGINES)('restore brings back every row and file on %s', async (_, onFile) => {
  const { backup, rows } = await instances.createAndBackUp(await instances.createEmpty())
  const to = await instances.createEmpty(onFile)
  const { aside, photos } = await instances.restore(to, backup)
  expect(photos).toBe(5)
  expect(aside).toBeUndefined()
  expect(await readAllRowsAt(to.databaseLocation)).toEqual(rows)
  const { dataDir } = to.installation
  expect(readFileSync(path.join(dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
  expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(path.join(dataDir, 'photos/ab', `${HASH}.mp3`), 'utf8')).toBe('spoken')
  for (const size of SIZES)
    expect(readFileSync(path.join(dataDir, 'photos/ab', `${HASH}-${size}`), 'utf8')).toBe(`photo ${size}`)
  expect(readdirSync(dataDir).filter((name) => /restore|part/.test(name))).toEqual([])
})

test('restore refuses a used installation unless it may replace it, and then sets it aside', async () => {
  const instance = await instances.createEmpty()
  const { backup, rows } = await instances.createAndBackUp(instance)
  const used = await instances.createEmpty()
  const env = await instances.openShopWithOrders(used, 5)
  await env.app.close()
  writeFileSync(path.join(used.installation.dataDir, 'secret'), 'another secret, as long as it has to be')
  const before = await readAllRowsAt(used.databaseLocation)
  await expect(instances.restore(used, backup)).rejects.toThrow(/is not empty\. Add --replace/)
  expect(await readAllRowsAt(used.databaseLocation)).toEqual(before)
  const { aside = '' } = await instances.restore(used, backup, true)
  expect(await readAllRowsAt(used.databaseLocation)).toEqual(rows)
  expect(path.dirname(aside)).toBe(used.installation.dataDir)
  expect(await readAllRowsAt(path.join(aside, 'kaizhang.db'))).toEqual(before)
  expect(readFileSync(path.join(aside, 'secret'), 'utf8')).toMatch(/^another/)
  expect(readFileSync(path.join(used.installation.dataDir, 'secret'), 'utf8').trim()).toBe(SECRET)
})

// connections look alike behind a pooler
const testWithoutPooler = process.env.KZ_ENGINE === 'pgbouncer' ? test.skip : test
testWithoutPooler('restore refuses a database that a server has open', async () => {
  const { backup } = await instances.createAndBackUp(await instances.createEmpty())
  const to = await instances.createEmpty()
  const running = await connect(to.databaseLocation)
  await expect(instances.restore(to, backup, true)).rejects.toThrow(/^A server .*Stop it first/)
  await running.close()
  expect(await orderCount(to)).toBe(0)
})

test('restore treats an installation that was only started as empty', async () => {
  const { backup } = await instances.createAndBackUp(await instances.createEmpty())
  const to = await instances.createEmpty()
  await (await createTestEnvironment({ databaseLocation: to.databaseLocation })).app.close()
  await instances.restore(to, backup)
  expect(await orderCount(to)).toBe(3)
})

test('backup warns about missing photos and voices that shops use', async () => {
  const instance = await instances.createEmpty()
  const env = await instances.openShopWithOrders(instance)
  rmSync(path.join(instance.installation.dataDir, 'photos', 'ab', `${HASH}-share.jpg`))
  rmSync(path.join(instance.installation.dataDir, 'photos', 'ab', `${HASH}.mp3`))
  await instances.backUp(instance.installation)
  expect(instances.lines.join('\n')).toMatch(/Warning: 1 voices that shops let speak are not in/)
  expect(instances.lines.join('\n')).toMatch(
    /Warning: 1 photos that shops show are not in .*photos\. Is DATA_DIR right/,
  )
  await env.app.close()
})

test('backup reports an unreachable or missing database and leaves no folder', async () => {
  const nothing = {
    dataDir: path.join(instances.folder, 'none'),
    databaseUrl: undefined,
    keySecret: undefined,
  }
  const away = { ...nothing, databaseUrl: 'postgres://u@127.0.0.1:1/x' }
  await expect(instances.backUp(away)).rejects.toThrow(/127\.0\.0\.1:1 does not answer/)
  await expect(instances.backUp(nothing)).rejects.toThrow(/^There is no .*none\.$/)
  expect(readdirSync(instances.backups)).toEqual([])
})

/** Converts a database to the schema of the first version with the same rows. */
async function backToFirstVersion(file: string) {
  const old = openDraft(`${file}.old`)
  await migrateWithin(old.query, file, { only: ['0001-first'] })
  const shapes = await readTables(old.query)
  old.sqlite.exec('commit')
  old.sqlite.prepare('attach ? as present').run(file)
  for (const { name, columns } of shapes)
    old.sqlite.exec(`insert into ${name} (${columns}) select ${columns} from present.${name}`)
  old.close()
  renameSync(`${file}.old`, file)
}

test('backup accepts an older schema, and restore migrates it', async () => {
  const instance = await instances.createEmpty(true)
  const env = await instances.openShopWithOrders(instance)
  await env.app.close()
  await backToFirstVersion(instance.databaseLocation)
  const backup = await instances.backUp(instance.installation)
  const to = await instances.createEmpty()
  await instances.restore(to, backup)
  expect(await orderCount(to)).toBe(3)
  const rows = await readAllRowsAt(to.databaseLocation)
  expect(rows.shop).toMatchObject([{ changes: 0, order_limits: null }])
  expect(rows.shop_buyer).toMatchObject([{ orders: 3, blocked_at: null }])
})

// a server's database is no file that a test can damage
const testOnFile = onPostgres ? test.skip : test
testOnFile('restore replaces a damaged database with --replace and sets it aside', async () => {
  const { backup } = await instances.createAndBackUp(await instances.createEmpty())
  const to = await instances.createEmpty()
  writeFileSync(to.databaseLocation, 'this was a database once'.repeat(500))
  await expect(instances.restore(to, backup)).rejects.toThrow(/is damaged\. Add --replace/)
  const { aside = '' } = await instances.restore(to, backup, true)
  expect(await orderCount(to)).toBe(3)
  expect(readFileSync(path.join(aside, 'kaizhang.db'), 'utf8')).toMatch(/^this was/)
})
