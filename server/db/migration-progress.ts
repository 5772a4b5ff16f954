import type { Kysely } from 'kysely'

/** How far a migration is; rows where it changes many. */
export interface MigrationStatus {
  /** Absent while another server migrates the database. */
  name?: string
  rows?: { done: number; of: number }
}

export interface MigrationWatch {
  /** Called before the first migration, if there is one to run or to wait for. */
  begin(): Promise<void>
  report(status: MigrationStatus): void
  end(): void
}

export const NO_WATCH: MigrationWatch = {
  begin: async () => undefined,
  report: () => undefined,
  end: () => undefined,
}

/** Reports how many rows a migration has changed. */
export type ReportRows = (done: number, of: number) => void

/** A migration. One that changes many rows reports how many are done (`updateInBatches`). */
export interface ReportingMigration {
  // biome-ignore lint/suspicious/noExplicitAny: as in Kysely's own type, since a migration does not know the tables
  up(db: Kysely<any>, report: ReportRows): Promise<void>
}
