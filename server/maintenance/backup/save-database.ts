import type { Query } from '../../db/database'
import { migrateWithin } from '../../db/migrate'
import { readMigrationLevel } from '../../db/migration-level'
import { openPostgres, withSetupErrors } from '../../db/postgres/open'
import { SetupError } from '../../setup-error'
import { copyRows, type Report } from '../copy/copy-rows'
import { fileTarget, withoutIndexes } from '../copy/copy-target'
import { findDifference } from '../copy/digest'
import { readTables } from '../copy/read-tables'
import { findDamage, sumTables } from '../copy/table-sums'
import { checkLevelKnown } from '../migration-level'
import { openDraft, openSnapshot } from '../open-file'
import type { Manifest } from './manifest'

export interface SavedDatabase {
  /** Name of the database, without a password. */
  about: string
  /** Names of its applied migrations. */
  level: string[]
  tables: Manifest['tables']
}

/**
 * Copies the pages of an SQLite database, as they are at one moment, to a new file while servers run. The copy's structure is
 * checked, and its rows are counted and summed on both sides.
 */
export async function saveSqlite(from: string, to: string, report: Report): Promise<SavedDatabase> {
  const moment = openSnapshot(from)
  try {
    const level = await readMigrationLevel(moment.query)
    checkLevelKnown(level, from)
    await moment.sqlite.backup(to, { progress: () => PAGES })
    const shapes = await readTables(moment.query)
    const tables = sumTables(moment.sqlite, shapes)
    const draft = openDraft(to)
    const difference = findDamage(draft.sqlite) ?? findDifference(tables, sumTables(draft.sqlite, shapes))
    draft.close()
    if (difference !== undefined)
      throw new SetupError(`The backup of ${from} is not what was there (${difference}).`)
    for (const { name } of shapes) report(`${String(tables[name]?.rows).padStart(11)}  ${name}`)
    return { about: `SQLite in ${from}`, level, tables }
  } finally {
    moment.close()
  }
}

/** Number of 4 KB pages copied before other processes get a turn. */
const PAGES = 2000

/**
 * Saves a PostgreSQL database to an SQLite file. It needs no PostgreSQL programs, works behind a pooler, and can be restored
 * to either engine.
 */
export async function savePostgres(address: string, to: string, report: Report): Promise<SavedDatabase> {
  return withSetupErrors(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      return await db.query
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => ({
          about: db.description,
          ...(await saveRows(tx, db.description, to, report)),
        }))
    } finally {
      await db.close()
    }
  })
}

/** Writes the rows of a database, inside a transaction of the caller, into a new SQLite file. */
export async function saveRows(
  from: Query,
  about: string,
  to: string,
  report: Report,
): Promise<Omit<SavedDatabase, 'about'>> {
  const level = await readMigrationLevel(from)
  checkLevelKnown(level, about)
  const draft = openDraft(to)
  try {
    await migrateWithin(draft.query, to, { only: level })
    const shapes = await readTables(draft.query)
    const tables = await withoutIndexes(draft, () => copyRows(from, fileTarget(draft), shapes, report))
    draft.sqlite.exec('commit')
    return { level, tables }
  } finally {
    draft.close()
  }
}
