import type { Query } from './database'

/** A read replica of the database, which may lag behind it. */
export interface Replica {
  /** Runs `work` on one snapshot; resolves with `undefined` when the replica is unavailable. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}
