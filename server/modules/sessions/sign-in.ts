import { createId } from '@/domain/id'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { accountOfIdentity, addAccount, addSession, type Identity, touchIdentity } from './store'

/** A secret of 256 bits as 43 base64url characters, valid in cookies and headers. */
export const newSecret = (random: AppDependencies['random']): string =>
  Buffer.from(random(32)).toString('base64url')

/** The account of an identity. It is created for a new identity. */
export async function ensureAccount(deps: AppDependencies, tx: Query, identity: Identity): Promise<string> {
  const now = deps.clock()
  const known = await accountOfIdentity(tx, identity)
  if (known !== undefined && (await touchIdentity(tx, identity, now))) return known
  const accountId = createId(now, deps.random(16))
  await addAccount(tx, accountId, identity, now)
  return accountId
}

/** Issues a new token for an account. Only its hash is stored. */
export async function issueToken(
  deps: AppDependencies,
  tx: Query,
  accountId: string,
  identity: Identity,
): Promise<string> {
  const token = newSecret(deps.random)
  await addSession(tx, { tokenHash: sha256(token), accountId, identity, now: deps.clock() })
  return token
}
