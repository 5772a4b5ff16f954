import { existsSync, linkSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../error-code'
import { onDisk } from './copy-file'
import { isEmpty } from './is-empty'
import { DATABASE, type MaintenanceFile, openAlone } from './open-file'
import { tablesOf } from './tables-of'

/** The SQLite database of a data folder, held so that no server can open it until it is let go. */
export interface HeldFile {
  state: 'absent' | 'empty' | 'used' | 'damaged'
  /** Puts another file in its place, whole or not at all; what was there goes into a folder, if it was anything. */
  replace(by: string, aside: () => string): Promise<void>
  letGo(): void
}

/** Holds the database of a data folder. One that a server has open is a `SetupError`. */
export async function holdFile(dataDir: string): Promise<HeldFile> {
  const file = join(dataDir, DATABASE)
  let held: MaintenanceFile | undefined
  let state: HeldFile['state'] = 'absent'
  try {
    if (existsSync(file)) {
      held = openAlone(file)
      asOneFile(held)
      state = (await isEmpty(held.query, await tablesOf(held.query))) ? 'empty' : 'used'
    }
  } catch (error) {
    held?.close()
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) throw error
    state = 'damaged'
  }
  return {
    state,
    async replace(by, aside) {
      await putAside(file, state, aside)
      renameSync(by, file)
    },
    letGo: () => held?.close(),
  }
}

/** Everything is in the one file, and stays locked: a log that is left behind would be read into the file that comes. */
function asOneFile({ sqlite }: MaintenanceFile) {
  sqlite.exec('commit')
  sqlite.pragma('journal_mode = delete')
}

async function putAside(file: string, state: HeldFile['state'], aside: () => string) {
  for (const log of ['-wal', '-shm'])
    if (existsSync(file + log)) renameSync(file + log, join(aside(), DATABASE + log))
  // a second name first, so that there is never no database: a server that starts now finds it locked
  if (state !== 'used' && state !== 'damaged') return
  linkSync(file, join(aside(), DATABASE))
  await onDisk(aside())
}
