import { connect } from '../../../server/db/connect'
import { migrateWithin } from '../../../server/db/migrate'
import { type MigrationStatus, NO_WATCH } from '../../../server/db/migration-progress'
import { migrations } from '../../../server/db/migrations'
import { openPostgres } from '../../../server/db/postgres/open'
import { openSqlite } from '../../../server/db/sqlite'
import { perTest } from '../../support/per-test'
import { queryOnce } from '../../support/postgres/query'
import { createDatabaseLocation, onPostgres } from '../support/database'

const place = perTest(createDatabaseLocation, 'remove')

const open = () => (onPostgres ? openPostgres(place.location) : openSqlite(place.location))

/** Puts the database back to the schema of an older version, with nothing in it. */
async function openOlder() {
  if (onPostgres) await queryOnce(place.location, 'drop schema public cascade; create schema public')
  const older = await open()
  const only = Object.keys(migrations).slice(0, 4)
  await older.withTx((tx) => migrateWithin(tx, older.description, { only }))
  return older
}

const watchFor = (seen: (status: MigrationStatus) => void) => ({ ...NO_WATCH, report: seen })

/** A limit of the database that ends each wait for a lock, or none. */
async function limitLocks(to: string) {
  if (!onPostgres) return
  const name = new URL(place.location).pathname.slice(1)
  await queryOnce(place.location, `alter database "${name}" ${to}`)
}

describe('connect', () => {
  it('waits for another server that migrates the same database, whatever limits it has, then goes on', async () => {
    const older = await openOlder()
    await limitLocks('set lock_timeout = 1')
    let release: (() => void) | undefined
    const waits = new Promise<void>((resolve) => {
      release = resolve
    })
    const other = older.withTx(async (tx) => {
      await migrateWithin(tx, older.description)
      await waits
    })
    const statuses: MigrationStatus[] = []
    const db = await connect(place.location, {
      watch: watchFor((status) => {
        statuses.push(status)
        release?.()
      }),
    })
    await other
    expect(statuses[0]).toEqual({})
    await db.close()
    await older.close()
    await limitLocks('reset lock_timeout')
  })

  it('reports each migration, and begins only when there is one', async () => {
    const older = await openOlder()
    await older.close()
    const names: (string | undefined)[] = []
    const begins: number[] = []
    const watch = {
      ...watchFor(({ name }) => void names.push(name)),
      begin: async () => void begins.push(1),
    }
    for (const _ of [1, 2]) await (await connect(place.location, { watch })).close()
    expect(names.filter((name) => name !== undefined)).toEqual(Object.keys(migrations).slice(4))
    expect(begins).toEqual([1])
  })
})
