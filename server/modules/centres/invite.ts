import { createHmac } from 'node:crypto'
import type { RouteReply } from '@/contract/routes'
import { invitedBy, type StaffRole, staffRoles } from '@/domain/access'
import { isCounty } from '@/domain/centre'
import { BASE32 } from '@/domain/id'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { lockRights } from '../../lock-rights'
import { normalizeKey } from '../shops/key'
import {
  addInvitation,
  findInvitation,
  findInvitations,
  findStaff,
  removeExpiredInvitations,
  saveStaff,
  takeInvitation,
} from './store'

const LETTERS = 10

/**
 * The code of an invitation in two groups of five letters (50 bits). It is derived from the secret, so that a repeated request
 * answers the same code although only its hash is stored.
 */
function invitationCode(secret: string, centre: string, id: string): string {
  const bytes = createHmac('sha256', secret).update(`invitation:${centre}:${id}`).digest()
  const letters = [...bytes.subarray(0, LETTERS)].map((byte) => BASE32.charAt(byte % 32)).join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

const hashOfCode = (typed: string): string => sha256(normalizeKey(typed))

/** An invitation that is not used within a week ends. */
const INVITATION_MS = 7 * 86_400_000

/** The most people of a centre, those who are invited among them. */
const MAX_STAFF = 60

export interface NewInvitation {
  centre: string
  id: string
  role: StaffRole
  name: string
}

type Invited = RouteReply<'PUT /api/centres/:centre/invitations/:invitationId'>

/** True for roles that exist in a centre: `county` in a county's office, the others in the centre of a town. */
const existsIn = (centre: string, role: StaffRole): boolean => isCounty(centre) === (role === 'county')

/**
 * Invites somebody to a role in a centre.
 * @param by the inviting person, whose role is locked; `undefined` for the operator
 * @throws ApiError `bad-input` for a role that the centre does not have, `not-allowed-now` for one above the inviting person,
 * `invitation-used` when the invitation of this id was used, `staff-quota`.
 */
export async function invite(
  deps: Pick<AppDependencies, 'clock' | 'secret'>,
  tx: Query,
  { centre, id, role, name }: NewInvitation,
  by?: { accountId: string; role: StaffRole },
): Promise<Invited> {
  if (!existsIn(centre, role)) throw badInput('/role', 'is no role of this centre')
  if (by && !invitedBy[by.role].includes(role)) throw new ApiError('not-allowed-now')
  await lockRights(tx, { centre })
  const now = deps.clock()
  await removeExpiredInvitations(tx, centre, now)
  const code = invitationCode(deps.secret, centre, id)
  const known = await findInvitation(tx, hashOfCode(code))
  if (known) {
    if (known.used_by !== null) throw new ApiError('invitation-used')
    if (known.role !== role || known.name !== name) throw new ApiError('idempotency-conflict')
    return { code, expiresAt: known.expires_at }
  }
  const people = [...(await findStaff(tx, centre)), ...(await findInvitations(tx, centre, now))]
  if (people.length >= MAX_STAFF) throw new ApiError('staff-quota')
  const expiresAt = now + INVITATION_MS
  const row = { centre, id, role, name, code_hash: hashOfCode(code), expires_at: expiresAt }
  await addInvitation(tx, { ...row, used_by: null, invited_by: by?.accountId ?? null })
  return { code, expiresAt }
}

const isAtLeast = (role: StaffRole, other: StaffRole): boolean =>
  staffRoles.indexOf(role) <= staffRoles.indexOf(other)

/**
 * Gives an account the role of an invitation, in the place of a lower one. Repeating it answers the same.
 * @throws ApiError `invitation-wrong` for a code that does not exist or has expired, `invitation-used` when another account took it,
 * `not-allowed-now` when the account has this role or a higher one in the centre, and the invitation remains open.
 */
export async function acceptInvitation(
  deps: Pick<AppDependencies, 'clock'>,
  tx: Query,
  code: string,
  accountId: string,
) {
  const now = deps.clock()
  const codeHash = hashOfCode(code)
  const known = await findInvitation(tx, codeHash)
  if (known) await lockRights(tx, { centre: known.centre })
  const invitation = await findInvitation(tx, codeHash)
  if (!invitation || invitation.expires_at <= now) throw new ApiError('invitation-wrong')
  const { centre, id, role, name, used_by } = invitation
  const mine = (await findStaff(tx, centre)).find((one) => one.account_id === accountId)
  if (used_by === null && mine && isAtLeast(mine.role, role)) throw new ApiError('not-allowed-now')
  const row = { centre, id, role, name, account_id: accountId, since: now }
  if (used_by === null && (await takeInvitation(tx, codeHash, accountId))) {
    await saveStaff(tx, row)
    return row
  }
  // only who took it, and only while the role lasts
  if (mine?.id !== id) throw new ApiError('invitation-used')
  return mine
}
