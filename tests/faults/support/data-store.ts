import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { queryOnce } from '../../support/postgres/query'

export type Row = Record<string, unknown>

/** The data folder and database of the servers of a test, with direct access for the test. */
export interface DataStore {
  /** Environment variables for a server. */
  env: Record<string, string>
  dataDir: string
  /** Runs one statement directly on the database. */
  query(text: string): Promise<Row[]>
  /** Deletes all data; the store is empty afterwards. */
  destroy(): Promise<void>
  dispose(): Promise<void>
}

function emptyFolder(folder: string) {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true })
}

/** Creates an empty data folder with SQLite; `within` is an existing folder, such as a small disk. */
export function createSqliteStore(within = tmpdir()): DataStore {
  const dataDir = mkdtempSync(path.join(within, 'kz-faults-'))
  return {
    env: { DATA_DIR: dataDir },
    dataDir,
    async query(text) {
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

/** Creates an empty data folder for a PostgreSQL database. */
export function createPostgresStore(
  address: string,
  drop: () => Promise<void> = async () => undefined,
): DataStore {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kz-faults-'))
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: address },
    dataDir,
    query: (text) => queryOnce(address, text),
    async destroy() {
      emptyFolder(dataDir)
      await queryOnce(address, 'drop schema public cascade')
      await queryOnce(address, 'create schema public')
    },
    async dispose() {
      await drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
