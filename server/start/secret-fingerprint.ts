import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Query } from '../db/database'
import type { Settings } from '../settings'
import { SetupError } from '../setup-error'
import { readKeySecret, SECRET_FILE } from './data-folder'

/** The id of the table's only row. */
const THIS = 'this'

/** Returns a fingerprint that identifies a secret without revealing it; secrets are too long to be guessed. */
export const fingerprintSecret = (secret: string): string =>
  createHmac('sha256', secret).update('kaizhang backup').digest('hex').slice(0, 16)

/** Reads the fingerprint of the secret that a database is used with; `undefined` when no server has used it yet. */
export async function readFingerprint(query: Query): Promise<string | undefined> {
  const row = await query
    .selectFrom('installation')
    .select('secret_mark')
    .where('id', '=', THIS)
    .executeTakeFirst()
  return row?.secret_mark
}

/** Stores the fingerprint of a secret; `replace` overwrites an existing one. */
export async function writeFingerprint(db: Database, mark: string, replace: boolean): Promise<void> {
  await db.withTx((tx) =>
    tx
      .insertInto('installation')
      .values({ id: THIS, secret_mark: mark })
      .onConflict((conflict) => {
        const known = conflict.column('id')
        return replace ? known.doUpdateSet({ secret_mark: mark }) : known.doNothing()
      })
      .execute(),
  )
}

const ADVICE = [
  'Set DATA_DIR and KEY_SECRET to what they were before; the photos are in DATA_DIR, too.',
  'If the secret is lost, or was changed on purpose, run once: npm run db:accept-secret',
].join('\n')

/**
 * Returns the secret of this installation, which is created at the first start.
 * @throws SetupError when the database was used before and the secret is missing or differs; then no secret is created.
 */
export async function checkSecretFingerprint(
  db: Database,
  { dataDir, keySecret: setting }: Pick<Settings, 'dataDir' | 'keySecret'>,
): Promise<string> {
  const isUsed = (await readFingerprint(db.query)) !== undefined
  if (isUsed && setting === undefined && !existsSync(join(dataDir, SECRET_FILE)))
    throw new SetupError(
      `${db.description} was used before, but ${dataDir} has no file "${SECRET_FILE}". Is DATA_DIR right?\n${ADVICE}`,
    )
  const secret = readKeySecret(dataDir, setting)
  if (!isUsed) await writeFingerprint(db, fingerprintSecret(secret), false)
  if ((await readFingerprint(db.query)) === fingerprintSecret(secret)) return secret
  const ours = setting === undefined ? `the one in ${dataDir}` : 'KEY_SECRET'
  throw new SetupError(
    `${db.description} was used with another secret than ${ours}. Is DATA_DIR right?\n${ADVICE}`,
  )
}
