import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../../../server/db/connect'
import { acceptSecret } from '../../../server/maintenance/accept-secret'
import { copyDatabase } from '../../../server/maintenance/copy'
import { readSettings } from '../../../server/settings'
import { liveDependencies } from '../../../server/start/live-dependencies'
import { onPostgres } from '../support/database'
import { Installations, SECRET, type Spot } from '../support/installations'

let here: Installations
beforeEach(() => {
  here = new Installations()
})
afterEach(() => here.dispose())

const OTHER = 'another secret that is long enough for keys'

const settingsOf = ({ installation }: Spot, keySecret?: string) => ({
  ...readSettings({ DATA_DIR: installation.dataDir }),
  databaseUrl: installation.databaseUrl,
  keySecret,
})

/** Starts what a server starts with, and ends it; answers the secret. */
async function start(spot: Spot, keySecret?: string): Promise<string> {
  const { db, secret } = await liveDependencies(settingsOf(spot, keySecret))
  await db.close()
  return secret
}

const secretFile = ({ installation }: Spot) => path.join(installation.dataDir, 'secret')

/** The same database with another folder for photos and the secret. */
function movedTo(spot: Spot): Spot {
  const dataDir = mkdtempSync(path.join(here.folder, 'moved-'))
  const databaseUrl = spot.installation.databaseUrl
  return { place: spot.place, installation: { ...spot.installation, dataDir, databaseUrl } }
}

/** Accepts the secret of an installation as its command does; answers what it says. */
async function accept(spot: Spot, keySecret?: string): Promise<string> {
  const lines: string[] = []
  await acceptSecret(settingsOf(spot, keySecret), (line) => lines.push(line))
  return lines.join('\n')
}

describe('the secret of an installation', () => {
  it('is made at the first start and accepted at every further one', async () => {
    const spot = await here.empty()
    const secret = await start(spot)
    expect(readFileSync(secretFile(spot), 'utf8')).toBe(secret)
    expect(await start(spot)).toBe(secret)
  })

  it('is refused when it is another one than the database knows', async () => {
    const spot = await here.empty()
    await start(spot, SECRET)
    await expect(start(spot, OTHER)).rejects.toThrow(
      /was used with another secret.*KEY_SECRET.*accept-secret/s,
    )
    expect(await start(spot, SECRET)).toBe(SECRET)
  })

  it('is not made anew in a new DATA_DIR while the database belongs to an old one', async () => {
    const spot = await here.empty()
    const secret = await start(spot)
    const moved = onPostgres ? movedTo(spot) : spot
    if (!onPostgres) rmSync(secretFile(spot))
    await expect(start(moved)).rejects.toThrow(/has no file "secret".*Is DATA_DIR right\?/s)
    expect(existsSync(secretFile(moved))).toBe(false)
    writeFileSync(secretFile(moved), secret)
    expect(await start(moved)).toBe(secret)
  })

  it('may be one KEY_SECRET for several servers, whatever their folders', async () => {
    const spot = await here.empty()
    await start(spot, SECRET)
    if (onPostgres) expect(await start(movedTo(spot), SECRET)).toBe(SECRET)
    writeFileSync(secretFile(spot), `${SECRET}\n`)
    expect(await start(spot)).toBe(SECRET)
  })

  it('is changed on purpose by a command, and back', async () => {
    const spot = await here.empty()
    await start(spot, SECRET)
    expect(await accept(spot, OTHER)).toMatch(/^From now on .* is used with the new secret/)
    expect(await start(spot, OTHER)).toBe(OTHER)
    await expect(start(spot, SECRET)).rejects.toThrow(/another secret/)
    await accept(spot, SECRET)
    expect(await start(spot, SECRET)).toBe(SECRET)
    expect(await accept(spot, SECRET)).toMatch(/knows this secret already/)
  })

  it('is accepted with a warning where the photos that shops show are missing', async () => {
    const spot = await here.empty()
    const world = await here.trade(spot)
    await world.app.close()
    expect(await accept(spot)).not.toMatch(/Warning/)
    rmSync(path.join(spot.installation.dataDir, 'photos'), { recursive: true })
    expect(await accept(spot, OTHER)).toMatch(/Warning: 1 photos that shops show are not in/)
  })

  it('comes back with a restore, and is told from another one at the next start', async () => {
    const spot = await here.empty()
    const world = await here.trade(spot)
    await start(spot)
    const backup = await here.backUp(spot.installation)
    await world.app.close()
    const to = await here.empty()
    await start(to)
    await here.restore(to, backup)
    expect(await start(to)).toBe(SECRET)
    await expect(start(to, OTHER)).rejects.toThrow(/another secret/)
  })

  it('is missed by a backup from a folder that is not the one of the database', async () => {
    const spot = await here.empty()
    const world = await here.trade(spot)
    await start(spot)
    await world.app.close()
    writeFileSync(secretFile(spot), OTHER)
    await here.backUp(spot.installation)
    expect(here.lines.join('\n')).toMatch(/Warning: .*another secret.*Is DATA_DIR right\?/)
  })

  if (onPostgres)
    it('goes along when the database is copied to PostgreSQL', async () => {
      const file = await here.empty(true)
      await start(file, SECRET)
      const { place, installation } = await here.empty()
      await copyDatabase(file.installation.dataDir, place, () => undefined)
      const copied: Spot = { place, installation: { ...installation, dataDir: file.installation.dataDir } }
      await expect(start(copied, OTHER)).rejects.toThrow(/another secret/)
      expect(await start(copied, SECRET)).toBe(SECRET)
    })

  it('does not make a database count as used', async () => {
    const spot = await here.empty()
    const { backup } = await here.backedUp(spot)
    const started = await here.empty()
    await start(started)
    await here.restore(started, backup)
    const db = await connect(started.place)
    expect(await db.query.selectFrom('shop').select('shop_id').execute()).toHaveLength(1)
    await db.close()
  })
})
