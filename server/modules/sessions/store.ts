import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import type { IdentityTable } from '../../db/tables'

/** A sign-in method and its subject as stored. */
export type Identity = Pick<IdentityTable, 'provider' | 'subject'>

/** Lifetime of an unused session in ms. */
export const SESSION_MS = 400 * 86_400_000

/** Maximum number of tokens of one identity; older ones are deleted. */
const MAX_TOKENS = 10

/** Which session is looked for, and the shop that the request names. */
interface SessionWanted {
  tokenHash: string
  now: number
  shopId: string | undefined
}

/** The session of a token hash, with the shop if its account owns it; `undefined` when it is unknown or expired. */
export async function findSession(db: Query, wanted: SessionWanted) {
  const [row] = await sessionByToken(db, { ...wanted, shopId: wanted.shopId ?? NO_SHOP })
  return row
}

/** Owned by no account. */
const NO_SHOP = ''

const sessionByToken = prepareQuery((db, given: SessionWanted & { shopId: string }) =>
  db
    .selectFrom('session')
    .leftJoin('shop_owner', (join) =>
      join
        .onRef('shop_owner.account_id', '=', 'session.account_id')
        .on('shop_owner.shop_id', '=', given.shopId),
    )
    .select(['session.account_id', 'provider', 'subject', 'expires_at', 'shop_id as owned_shop'])
    .where('token_hash', '=', given.tokenHash)
    .where('expires_at', '>', given.now),
)

/** The account of an identity, its last use without a token, and the shop if the account owns it. */
export async function findIdentity(db: Query, identity: Identity, shopId: string = NO_SHOP) {
  const { provider, subject } = identity
  const [row] = await accountByIdentity(db, { provider, subject, shopId })
  return row
}

const accountByIdentity = prepareQuery((db, given: Identity & { shopId: string }) =>
  db
    .selectFrom('identity')
    .leftJoin('shop_owner', (join) =>
      join
        .onRef('shop_owner.account_id', '=', 'identity.account_id')
        .on('shop_owner.shop_id', '=', given.shopId),
    )
    .select(['identity.account_id', 'used_at', 'shop_id as owned_shop'])
    .where('provider', '=', given.provider)
    .where('subject', '=', given.subject),
)

export const accountOfIdentity = async (db: Query, identity: Identity): Promise<string | undefined> =>
  (await findIdentity(db, identity))?.account_id

/** Updates the last use of an identity; returns false when it no longer exists. */
export async function touchIdentity(db: Query, identity: Identity, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity')
    .set({ used_at: now })
    .where('provider', '=', identity.provider)
    .where('subject', '=', identity.subject)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives an identity and its sessions another subject; nothing happens when it does not exist. */
export async function renameIdentity(db: Query, from: Identity, { subject }: Identity): Promise<void> {
  for (const table of ['identity', 'session'] as const)
    await db
      .updateTable(table)
      .set({ subject })
      .where('provider', '=', from.provider)
      .where('subject', '=', from.subject)
      .execute()
}

export async function addAccount(db: Query, accountId: string, identity: Identity, now: number) {
  await db.insertInto('account').values({ id: accountId, created_at: now }).execute()
  await db
    .insertInto('identity')
    .values({ ...identity, account_id: accountId, created_at: now, used_at: now })
    .execute()
}

export async function addSession(
  db: Query,
  session: { tokenHash: string; accountId: string; identity: Identity; now: number },
): Promise<void> {
  const { tokenHash, accountId, identity, now } = session
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      ...identity,
      created_at: now,
      expires_at: now + SESSION_MS,
    })
    .execute()
  await dropOldest(db, identity, tokenHash)
}

/** Deletes the oldest sessions. The new one is excluded, because the clock may have been set back. */
async function dropOldest(db: Query, { provider, subject }: Identity, made: string) {
  const old = db
    .selectFrom('session')
    .select('token_hash')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .where('token_hash', '!=', made)
    .orderBy('created_at', 'desc')
    .orderBy('token_hash')
    .limit(1000)
    .offset(MAX_TOKENS - 1)
  await db.deleteFrom('session').where('token_hash', 'in', old).execute()
}

/** Extends a session; returns false when it no longer exists. */
export async function prolongSession(db: Query, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ expires_at: now + SESSION_MS })
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a session. For a device it also deletes the identity and all its other sessions. */
export async function endSession(db: Query, tokenHash: string | null, identity: Identity): Promise<void> {
  if (tokenHash) await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
  if (identity.provider !== 'device') return
  await db
    .deleteFrom('session')
    .where('provider', '=', 'device')
    .where('subject', '=', identity.subject)
    .execute()
  await db
    .deleteFrom('identity')
    .where('provider', '=', 'device')
    .where('subject', '=', identity.subject)
    .execute()
}

export async function sweepSessions(db: Query, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}
