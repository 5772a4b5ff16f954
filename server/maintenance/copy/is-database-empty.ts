import type { Query } from '../../db/database'
import { type TableShape, untyped } from './row'

/** True for an unused database. A server that was only started leaves recurring jobs and the fingerprint of its secret. */
export async function isDatabaseEmpty(query: Query, shapes: readonly TableShape[]): Promise<boolean> {
  for (const { name, key } of shapes) {
    if (name === 'job' || name === 'installation') continue
    const row = await untyped(query).selectFrom(name).select(key).limit(1).executeTakeFirst()
    if (row) return false
  }
  return true
}
