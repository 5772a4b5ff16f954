import type { RouteBody } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { addAuditEntry } from './audit-trail'
import { type SignedInOperator, startOperatorSession } from './operators'

type Deps = Pick<AppDependencies, 'clock' | 'random' | 'secret'>

/** Where the browser is, which the signature names. */
export interface Site {
  /** As of `https://shop.example.org`. */
  origin: string
}

const CHALLENGE_MS = 5 * 60_000

/** The library has 3 MB of parsers, which only installations with passkeys need. */
export const loadWebauthn = () => import('@simplewebauthn/server')

const rpIdOf = ({ origin }: Site): string => new URL(origin).hostname

/** A new challenge for an account; an earlier one ends. */
export async function makeChallenge(deps: Deps, tx: Query, accountId: string, site: Site) {
  const challenge = Buffer.from(deps.random(32)).toString('base64url')
  const row = { challenge, expires_at: deps.clock() + CHALLENGE_MS }
  await tx
    .insertInto('operator_challenge')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
  return { challenge, rpId: rpIdOf(site) }
}

/** The challenge of an account, which ends with it. @throws ApiError `code-expired` */
async function takeChallenge(deps: Deps, tx: Query, accountId: string): Promise<string> {
  const row = await tx
    .deleteFrom('operator_challenge')
    .where('account_id', '=', accountId)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= deps.clock()) throw new ApiError('code-expired')
  return row.challenge
}

/** The operator's passkeys, the newest first. */
export const readPasskeys = (db: Query, operatorId: string) =>
  db
    .selectFrom('operator_passkey')
    .select(['id', 'created_at as createdAt', 'used_at'])
    .where('operator_id', '=', operatorId)
    .orderBy('created_at', 'desc')
    .execute()

/** The id under which a device keeps the passkey of an operator. */
export const userHandle = (operatorId: string): string => Buffer.from(operatorId).toString('base64url')

/** What every check of a signature expects. A device confirms by its lock who uses it. */
const expected = (challenge: string, site: Site) => ({
  ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: rpIdOf(site) },
  requireUserVerification: true,
})

const refuse = () => {
  throw new ApiError('code-wrong')
}

/** Adds the passkey that a browser made for the challenge. @throws ApiError `code-wrong`, `code-expired`, or `code-used` for a known one */
export async function addPasskey(
  deps: Deps,
  tx: Query,
  { accountId, operator, site }: { accountId: string; operator: SignedInOperator; site: Site },
  { id, clientData, attestation }: RouteBody<'POST /api/operator/passkeys'>,
): Promise<number> {
  const challenge = await takeChallenge(deps, tx, accountId)
  const { verifyRegistrationResponse } = await loadWebauthn()
  const { registrationInfo } = await verifyRegistrationResponse({
    ...expected(challenge, site),
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: clientData, attestationObject: attestation },
    },
  }).catch(refuse)
  if (!registrationInfo) throw new ApiError('code-wrong')
  const { credential } = registrationInfo
  const createdAt = deps.clock()
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('operator_passkey')
    .values({
      ...{ id: credential.id, operator_id: operator.id, counter: credential.counter },
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      ...{ created_at: createdAt, used_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new ApiError('code-used')
  await addAuditEntry(deps, tx, { operatorId: operator.id, action: 'add-passkey', subject: operator.name })
  return createdAt
}

/** Removes a passkey of an operator. @throws ApiError `not-found` */
export async function removePasskey(
  deps: Deps,
  tx: Query,
  operator: SignedInOperator,
  id: string,
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('operator_passkey')
    .where('id', '=', id)
    .where('operator_id', '=', operator.id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new ApiError('not-found')
  await addAuditEntry(deps, tx, { operatorId: operator.id, action: 'remove-passkey', subject: operator.name })
}

/** Signs an account in by a passkey. @throws ApiError `code-wrong`, `code-expired` */
export async function signInByPasskey(
  deps: Deps,
  tx: Query,
  { accountId, site }: { accountId: string; site: Site },
  { id, clientData, authenticatorData, signature }: RouteBody<'POST /api/operator/session/passkey'>,
): Promise<SignedInOperator> {
  const challenge = await takeChallenge(deps, tx, accountId)
  const row = await tx
    .selectFrom('operator_passkey')
    .innerJoin('operator', 'operator.id', 'operator_passkey.operator_id')
    .select(['operator_passkey.id', 'operator_id', 'public_key', 'counter', 'name'])
    .where('operator_passkey.id', '=', id)
    .where('operator.ended_at', 'is', null)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new ApiError('code-wrong')
  const { verifyAuthenticationResponse } = await loadWebauthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...expected(challenge, site),
    credential: {
      ...{ id: row.id, counter: row.counter },
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
    },
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: clientData, authenticatorData, signature },
    },
  }).catch(refuse)
  if (!verified) throw new ApiError('code-wrong')
  await tx
    .updateTable('operator_passkey')
    .set({ counter: authenticationInfo.newCounter, used_at: deps.clock() })
    .where('id', '=', row.id)
    .execute()
  return startOperatorSession(deps, tx, { accountId, operatorId: row.operator_id, name: row.name })
}
