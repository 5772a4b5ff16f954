import type { Query } from '../db/database'
import { isSealedByCurrent, type SealingKeys, seal, unseal } from './seal'

/** The names of credentials of shops' own mini-programs begin with this, and end with the appid. */
export const MINI_PROGRAM_PREFIX = 'wechat-app-'

/** Stores a credential sealed, in the place of an earlier one of this name. */
export async function saveCredential(
  db: Query,
  keys: SealingKeys,
  { name, text, now }: { name: string; text: string; now: number },
): Promise<void> {
  const row = { name, sealed: seal(keys, name, text), updated_at: now }
  await db
    .insertInto('credential')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

export const listCredentials = (db: Query): Promise<{ name: string; sealed: string }[]> =>
  db.selectFrom('credential').select(['name', 'sealed']).orderBy('name').execute()

/** Seals every credential with the current key; returns how many another key had sealed. */
export async function sealAnew(db: Query, keys: SealingKeys): Promise<number> {
  const old = (await listCredentials(db)).filter(({ sealed }) => !isSealedByCurrent(keys, sealed))
  for (const { name, sealed } of old)
    await db
      .updateTable('credential')
      .set({ sealed: seal(keys, name, unseal(keys, name, sealed)) })
      .where('name', '=', name)
      .where('sealed', '=', sealed)
      .execute()
  return old.length
}
