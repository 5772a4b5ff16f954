import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Query } from '../db/database'
import { type Settings, SetupError } from '../settings'
import { keySecret, SECRET } from './folder'

/** The table has one row. */
const THIS = 'this'

/** A fingerprint that tells secrets apart. They are long and random, so nobody finds one by trying. */
export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('kaizhang backup').digest('hex').slice(0, 16)

/** The fingerprint of the secret that a database is used with; `undefined` for one that no server has used. */
export async function knownMark(query: Query): Promise<string | undefined> {
  const row = await query
    .selectFrom('installation')
    .select('secret_mark')
    .where('id', '=', THIS)
    .executeTakeFirst()
  return row?.secret_mark
}

/** Stores the fingerprint of a secret, over another one only with `replace`. */
export async function writeMark(db: Database, mark: string, replace: boolean): Promise<void> {
  await db.withTx(
    (tx) =>
      tx
        .insertInto('installation')
        .values({ id: THIS, secret_mark: mark })
        .onConflict((conflict) => {
          const known = conflict.column('id')
          return replace ? known.doUpdateSet({ secret_mark: mark }) : known.doNothing()
        })
        .execute(),
    'guarded',
  )
}

const NEXT = [
  'Set DATA_DIR and KEY_SECRET to what they were before; the photos are in DATA_DIR, too.',
  'If the secret is lost, or was changed on purpose, run once: npm run db:accept-secret',
].join('\n')

/**
 * The secret of this installation. It is made at the first start; later, one that is missing or is not the one the database
 * was used with is a `SetupError`, and nothing is made.
 */
export async function checkSecretFingerprint(
  db: Database,
  { dataDir, keySecret: setting }: Pick<Settings, 'dataDir' | 'keySecret'>,
): Promise<string> {
  const isUsed = (await knownMark(db.query)) !== undefined
  if (isUsed && setting === undefined && !existsSync(join(dataDir, SECRET)))
    throw new SetupError(
      `${db.about} was used before, but ${dataDir} has no file "${SECRET}". Is DATA_DIR right?\n${NEXT}`,
    )
  const secret = keySecret(dataDir, setting)
  if (!isUsed) await writeMark(db, secretMark(secret), false)
  if ((await knownMark(db.query)) === secretMark(secret)) return secret
  const ours = setting === undefined ? `the one in ${dataDir}` : 'KEY_SECRET'
  throw new SetupError(`${db.about} was used with another secret than ${ours}. Is DATA_DIR right?\n${NEXT}`)
}
