import type { Query } from '../db/database'
import { type TableShape, untyped } from './row'

/** True for a database that nobody has used: a server that only was started leaves its recurring jobs, and a fingerprint of its secret. */
export async function isEmpty(query: Query, shapes: readonly TableShape[]): Promise<boolean> {
  for (const { name, key } of shapes) {
    if (name === 'job' || name === 'installation') continue
    const row = await untyped(query).selectFrom(name).select(key).limit(1).executeTakeFirst()
    if (row) return false
  }
  return true
}
