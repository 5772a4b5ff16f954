import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../../../server/db/connect'
import { acceptSecret } from '../../../server/maintenance/accept-secret'
import { copyDatabase } from '../../../server/maintenance/copy/copy-database'
import { readSettings } from '../../../server/settings'
import { liveDependencies } from '../../../server/start/live-dependencies'
import { onPostgres } from '../support/database'
import { SECRET, type TestInstance, TestInstances } from '../support/test-instances'

let instances: TestInstances
beforeEach(() => {
  instances = new TestInstances()
})
afterEach(() => instances.dispose())

const OTHER = 'another secret that is long enough for keys'

const settingsOf = ({ installation }: TestInstance, keySecret?: string) => ({
  ...readSettings({ DATA_DIR: installation.dataDir }),
  databaseUrl: installation.databaseUrl,
  keySecret,
})

/** Opens and closes the dependencies of a server; returns its secret. */
async function start(instance: TestInstance, keySecret?: string): Promise<string> {
  const { db, secret } = await liveDependencies(settingsOf(instance, keySecret))
  await db.close()
  return secret
}

const secretFile = ({ installation }: TestInstance) => path.join(installation.dataDir, 'secret')

/** Returns the same database with another folder for photos and the secret. */
function withNewFolder(instance: TestInstance): TestInstance {
  const dataDir = mkdtempSync(path.join(instances.folder, 'moved-'))
  const databaseUrl = instance.installation.databaseUrl
  return {
    databaseLocation: instance.databaseLocation,
    installation: { ...instance.installation, dataDir, databaseUrl },
  }
}

/** Accepts the secret of an installation as the command does; returns its output. */
async function accept(instance: TestInstance, keySecret?: string): Promise<string> {
  const lines: string[] = []
  await acceptSecret(settingsOf(instance, keySecret), (line) => lines.push(line))
  return lines.join('\n')
}

describe('secret of an installation', () => {
  it('is created at the first start and accepted at later ones', async () => {
    const instance = await instances.createEmpty()
    const secret = await start(instance)
    expect(readFileSync(secretFile(instance), 'utf8')).toBe(secret)
    expect(await start(instance)).toBe(secret)
  })

  it('is refused when the database was used with another secret', async () => {
    const instance = await instances.createEmpty()
    await start(instance, SECRET)
    await expect(start(instance, OTHER)).rejects.toThrow(
      /was used with another secret.*KEY_SECRET.*accept-secret/s,
    )
    expect(await start(instance, SECRET)).toBe(SECRET)
  })

  it('is not created again in a new DATA_DIR of a used database', async () => {
    const instance = await instances.createEmpty()
    const secret = await start(instance)
    const moved = onPostgres ? withNewFolder(instance) : instance
    if (!onPostgres) rmSync(secretFile(instance))
    await expect(start(moved)).rejects.toThrow(/has no file "secret".*Is DATA_DIR right\?/s)
    expect(existsSync(secretFile(moved))).toBe(false)
    writeFileSync(secretFile(moved), secret)
    expect(await start(moved)).toBe(secret)
  })

  it('can be shared as KEY_SECRET by several servers with different folders', async () => {
    const instance = await instances.createEmpty()
    await start(instance, SECRET)
    if (onPostgres) expect(await start(withNewFolder(instance), SECRET)).toBe(SECRET)
    writeFileSync(secretFile(instance), `${SECRET}\n`)
    expect(await start(instance)).toBe(SECRET)
  })

  it('can be changed and changed back by accept-secret', async () => {
    const instance = await instances.createEmpty()
    await start(instance, SECRET)
    expect(await accept(instance, OTHER)).toMatch(/^From now on .* is used with the new secret/)
    expect(await start(instance, OTHER)).toBe(OTHER)
    await expect(start(instance, SECRET)).rejects.toThrow(/another secret/)
    await accept(instance, SECRET)
    expect(await start(instance, SECRET)).toBe(SECRET)
    expect(await accept(instance, SECRET)).toMatch(/knows this secret already/)
  })

  it('is accepted with a warning when photos of shops are missing', async () => {
    const instance = await instances.createEmpty()
    const env = await instances.openShopWithOrders(instance)
    await env.app.close()
    expect(await accept(instance)).not.toMatch(/Warning/)
    rmSync(path.join(instance.installation.dataDir, 'photos'), { recursive: true })
    expect(await accept(instance, OTHER)).toMatch(/Warning: 1 photos that shops show are not in/)
  })

  it('is restored from a backup, and a different one is refused afterwards', async () => {
    const instance = await instances.createEmpty()
    const env = await instances.openShopWithOrders(instance)
    await start(instance)
    const backup = await instances.backUp(instance.installation)
    await env.app.close()
    const to = await instances.createEmpty()
    await start(to)
    await instances.restore(to, backup)
    expect(await start(to)).toBe(SECRET)
    await expect(start(to, OTHER)).rejects.toThrow(/another secret/)
  })

  it('makes a backup warn when DATA_DIR does not belong to the database', async () => {
    const instance = await instances.createEmpty()
    const env = await instances.openShopWithOrders(instance)
    await start(instance)
    await env.app.close()
    writeFileSync(secretFile(instance), OTHER)
    await instances.backUp(instance.installation)
    expect(instances.lines.join('\n')).toMatch(/Warning: .*another secret.*Is DATA_DIR right\?/)
  })

  if (onPostgres)
    it('is checked after the database is copied to PostgreSQL', async () => {
      const file = await instances.createEmpty(true)
      await start(file, SECRET)
      const { databaseLocation, installation } = await instances.createEmpty()
      await copyDatabase(file.installation.dataDir, databaseLocation, () => undefined)
      const copied: TestInstance = {
        databaseLocation,
        installation: { ...installation, dataDir: file.installation.dataDir },
      }
      await expect(start(copied, OTHER)).rejects.toThrow(/another secret/)
      expect(await start(copied, SECRET)).toBe(SECRET)
    })

  it('does not make a database count as used', async () => {
    const instance = await instances.createEmpty()
    const { backup } = await instances.createAndBackUp(instance)
    const started = await instances.createEmpty()
    await start(started)
    await instances.restore(started, backup)
    const db = await connect(started.databaseLocation)
    expect(await db.query.selectFrom('shop').select('shop_id').execute()).toHaveLength(1)
    await db.close()
  })
})
