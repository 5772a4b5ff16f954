import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { ask } from '../../support/postgres/ask'

export type Row = Record<string, unknown>

/** Where servers of a test keep what they know, and a second way in for the test to look at it and to damage it. */
export interface Place {
  /** What a server needs to be told of it. */
  env: Record<string, string>
  dataDir: string
  /** Says one statement to the database, past every server. */
  ask(text: string): Promise<Row[]>
  /** Loses all of it, as a dead disk does; what is there afterwards is as empty as at first. */
  destroy(): Promise<void>
  dispose(): Promise<void>
}

function emptyFolder(folder: string) {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true })
}

/** An empty data folder with SQLite in it; `within` an existing folder, such as a small disk. */
export function sqlitePlace(within = tmpdir()): Place {
  const dataDir = mkdtempSync(path.join(within, 'kz-faults-'))
  return {
    env: { DATA_DIR: dataDir },
    dataDir,
    async ask(text) {
      const sqlite = new Sqlite(path.join(dataDir, 'kaizhang.db'), { timeout: 5000 })
      try {
        const statement = sqlite.prepare(text)
        if (statement.reader) return statement.all() as Row[]
        statement.run()
        return []
      } finally {
        sqlite.close()
      }
    },
    destroy: async () => emptyFolder(dataDir),
    dispose: async () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** An empty data folder beside a database on a PostgreSQL. */
export function postgresPlace(address: string, drop: () => Promise<void> = async () => undefined): Place {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kz-faults-'))
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: address },
    dataDir,
    ask: (text) => ask(address, text),
    async destroy() {
      emptyFolder(dataDir)
      await ask(address, 'drop schema public cascade')
      await ask(address, 'create schema public')
    },
    async dispose() {
      await drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
