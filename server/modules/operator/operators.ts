import { createId } from '@/domain/id'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { HOUR_MS } from '../../jobs/intervals'
import { addAuditEntry } from './audit-trail'

type Deps = Pick<AppDependencies, 'clock' | 'random' | 'secret'>

/** How long a link waits for its operator, in ms. */
const LINK_MS = HOUR_MS

/** How long an operator stays signed in, in ms. */
export const OPERATOR_SESSION_MS = 12 * HOUR_MS

/** An operator whose session has not expired. */
export interface SignedInOperator {
  id: string
  name: string
  until: number
}

/** The operator as whom an account is signed in; `undefined` for others. */
export async function findOperator(
  db: Query,
  accountId: string,
  now: number,
): Promise<SignedInOperator | undefined> {
  const row = await db
    .selectFrom('operator_session')
    .innerJoin('operator', 'operator.id', 'operator_session.operator_id')
    .select(['operator.id', 'operator.name', 'operator_session.expires_at'])
    .where('operator_session.account_id', '=', accountId)
    .where('operator_session.expires_at', '>', now)
    .where('operator.ended_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, until: row.expires_at }
}

/** The operator of a caller whom the access rule has admitted. @throws ApiError `not-found` when the session has just ended */
export async function requireOperator(db: Query, accountId: string, now: number): Promise<SignedInOperator> {
  const operator = await findOperator(db, accountId, now)
  if (!operator) throw new ApiError('not-found')
  return operator
}

async function requireOperatorByName(deps: Deps, tx: Query, name: string): Promise<string> {
  const known = await tx
    .selectFrom('operator')
    .select('id')
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const now = deps.clock()
  const id = createId(now, deps.random(16))
  await tx.insertInto('operator').values({ id, name, created_at: now, ended_at: null }).execute()
  return id
}

/**
 * Makes a link that signs an operator in once, within an hour; the first one for a name makes the operator. Earlier links of the
 * operator end.
 * @returns the code of the link
 */
export async function makeOperatorLink(deps: Deps, tx: Query, name: string): Promise<string> {
  const operatorId = await requireOperatorByName(deps, tx, name)
  const now = deps.clock()
  const code = Buffer.from(deps.random(24)).toString('base64url')
  await tx
    .deleteFrom('operator_link')
    .where((eb) => eb.or([eb('operator_id', '=', operatorId), eb('expires_at', '<=', now)]))
    .execute()
  await tx
    .insertInto('operator_link')
    .values({ code_hash: sha256(code), operator_id: operatorId, expires_at: now + LINK_MS, used_by: null })
    .execute()
  await addAuditEntry(deps, tx, { operatorId: null, action: 'make-link', subject: name })
  return code
}

/**
 * Signs an account in as the operator of a link. The same account may repeat the request.
 * @throws ApiError `code-wrong` for an unknown code, `code-used` when another account was faster, `code-expired`
 */
export async function redeemOperatorLink(
  deps: Deps,
  tx: Query,
  accountId: string,
  code: string,
): Promise<SignedInOperator> {
  const link = await tx
    .selectFrom('operator_link')
    .innerJoin('operator', 'operator.id', 'operator_link.operator_id')
    .select(['operator_link.code_hash', 'operator_id', 'expires_at', 'used_by', 'name'])
    .where('operator_link.code_hash', '=', sha256(code))
    .where('operator.ended_at', 'is', null)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  if (!link) throw new ApiError('code-wrong')
  if (link.used_by !== null && link.used_by !== accountId) throw new ApiError('code-used')
  const now = deps.clock()
  if (link.expires_at <= now) throw new ApiError('code-expired')
  const isRepeated = link.used_by !== null
  if (!isRepeated)
    await tx
      .updateTable('operator_link')
      .set({ used_by: accountId })
      .where('code_hash', '=', link.code_hash)
      .execute()
  const { operator_id: operatorId, name } = link
  return startOperatorSession(deps, tx, { accountId, operatorId, name }, isRepeated)
}

/** Signs an account in for twelve hours. @param isRepeated the audit trail has it already */
export async function startOperatorSession(
  deps: Deps,
  tx: Query,
  { accountId, operatorId, name }: { accountId: string; operatorId: string; name: string },
  isRepeated = false,
): Promise<SignedInOperator> {
  const session = { operator_id: operatorId, expires_at: deps.clock() + OPERATOR_SESSION_MS }
  await tx
    .insertInto('operator_session')
    .values({ account_id: accountId, ...session })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(session))
    .execute()
  if (!isRepeated) await addAuditEntry(deps, tx, { operatorId, action: 'sign-in', subject: name })
  return { id: operatorId, name, until: session.expires_at }
}

export async function signOutOperator(tx: Query, accountId: string): Promise<void> {
  await tx.deleteFrom('operator_session').where('account_id', '=', accountId).execute()
}

/** Deletes links, sessions and challenges that have expired. */
export async function sweepOperators(tx: Query, now: number): Promise<void> {
  for (const table of ['operator_link', 'operator_session', 'operator_challenge'] as const)
    await tx.deleteFrom(table).where('expires_at', '<=', now).execute()
}

/** Ends an operator with all sessions, links and passkeys. @returns false when there is none of the name */
export async function endOperator(deps: Deps, tx: Query, name: string): Promise<boolean> {
  const rows = await tx
    .updateTable('operator')
    .set({ ended_at: deps.clock() })
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of rows) {
    await tx.deleteFrom('operator_session').where('operator_id', '=', id).execute()
    await tx.deleteFrom('operator_link').where('operator_id', '=', id).execute()
    await tx.deleteFrom('operator_passkey').where('operator_id', '=', id).execute()
  }
  if (rows.length > 0)
    await addAuditEntry(deps, tx, { operatorId: null, action: 'end-operator', subject: name })
  return rows.length > 0
}
