import type { Query } from '../db/database'
import { migrateWithin } from '../db/migrate'
import { openPostgres, plainly } from '../db/postgres/open'
import { SetupError } from '../settings'
import { copyRows, type Tell } from './copy-rows'
import { type Digest, difference, digestOf } from './digest'
import { knownLevel, levelOf } from './level'
import { openDraft, openMoment } from './open-file'
import { tablesOf } from './tables-of'

export interface Saved {
  /** Which database it was, without a password. */
  about: string
  /** The migrations that it had seen. */
  level: string[]
  digest: Digest
}

/** Writes what an SQLite database holds at one moment into a new file, while servers go on; reads it again to be sure. */
export async function saveFile(from: string, to: string, tell: Tell): Promise<Saved> {
  const moment = openMoment(from)
  try {
    const level = await levelOf(moment.query)
    knownLevel(level, from)
    await moment.sqlite.backup(to, { progress: () => PAGES })
    const shapes = await tablesOf(moment.query)
    const digest = await digestOf(moment.query, shapes)
    const draft = openDraft(to)
    const wrong = difference(digest, await digestOf(draft.query, shapes))
    draft.close()
    if (wrong !== undefined) throw new SetupError(`The backup of ${from} is not what was there (${wrong}).`)
    for (const { name } of shapes) tell(`${String(digest[name]?.rows).padStart(11)}  ${name}`)
    return { about: `SQLite in ${from}`, level, digest }
  } finally {
    moment.close()
  }
}

/** So many pages of 4 KB are copied before others get a turn. */
const PAGES = 2000

/**
 * The same for a PostgreSQL database, also into an SQLite file: no program of PostgreSQL's is needed, none has to be of
 * the right version, a pooler may stand between, and what was saved can be restored to either engine.
 */
export async function savePostgres(address: string, to: string, tell: Tell): Promise<Saved> {
  return plainly(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      return await db.query
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => ({ about: db.about, ...(await saveRows(tx, db.about, to, tell)) }))
    } finally {
      await db.close()
    }
  })
}

/** Writes the rows of a database, inside a transaction of the caller's, into a new SQLite file. */
export async function saveRows(
  from: Query,
  about: string,
  to: string,
  tell: Tell,
): Promise<Omit<Saved, 'about'>> {
  const level = await levelOf(from)
  knownLevel(level, about)
  const draft = openDraft(to)
  try {
    await migrateWithin(draft.query, to, level)
    const digest = await copyRows(from, draft.query, await tablesOf(draft.query), tell)
    draft.sqlite.exec('commit')
    return { level, digest }
  } finally {
    draft.close()
  }
}
