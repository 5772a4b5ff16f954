import type { Selectable } from 'kysely'
import { type StaffRole, staffRoles } from '@/domain/access'
import { countyOf } from '@/domain/centre'
import type { Query } from '../../db/database'
import type { InvitationTable, StaffTable } from '../../db/lesson-tables'

type StaffRow = Selectable<StaffTable>
type InvitationRow = Selectable<InvitationTable>

export async function isStaff(db: Query, accountId: string, centre: string, role: StaffRole) {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('centre', '=', centre)
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .executeTakeFirst()
  return row !== undefined
}

/** The highest role of an account in a centre, which may come from its county; `undefined` for others. */
export async function findRoleIn(
  db: Query,
  accountId: string,
  centre: string,
): Promise<StaffRole | undefined> {
  for (const role of staffRoles)
    if (await isStaff(db, accountId, role === 'county' ? countyOf(centre) : centre, role)) return role
  return undefined
}

export const findRoles = (db: Query, accountId: string): Promise<StaffRow[]> =>
  db
    .selectFrom('staff')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('since')
    .orderBy('centre')
    .execute()

export async function findKeeperCentres(db: Query, accountId: string): Promise<ReadonlySet<string>> {
  const roles = await findRoles(db, accountId)
  return new Set(roles.filter(({ role }) => role === 'keeper').map(({ centre }) => centre))
}

export const findStaff = (db: Query, centre: string): Promise<StaffRow[]> =>
  db.selectFrom('staff').selectAll().where('centre', '=', centre).orderBy('since').orderBy('id').execute()

/** The name of an account on the staff of a centre, or of its county; `undefined` for others. */
export async function findStaffName(
  db: Query,
  accountId: string,
  centre: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('staff')
    .select('name')
    .where('account_id', '=', accountId)
    .where('centre', 'in', [centre, countyOf(centre)])
    .orderBy('centre', 'desc')
    .executeTakeFirst()
  return row?.name
}

/** The invitations of a centre that can still be used. */
export const findInvitations = (db: Query, centre: string, now: number): Promise<InvitationRow[]> =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('centre', '=', centre)
    .where('used_by', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .orderBy('id')
    .execute()

export async function countStaff(db: Query, county: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('staff')
    .select(({ fn }) => ['centre', fn.countAll<number>().as('people')])
    .where('centre', 'like', `${county}%`)
    .groupBy('centre')
    .execute()
  return new Map(rows.map(({ centre, people }) => [centre, Number(people)]))
}

export const findInvitation = (db: Query, codeHash: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitation').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()

/** Writes an invitation; one with the same id in the centre stays as it is. */
export async function addInvitation(tx: Query, row: InvitationRow): Promise<void> {
  await tx
    .insertInto('invitation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre', 'id']).doNothing())
    .execute()
}

/** Deletes a centre's invitations that have expired, so that they do not pile up. */
export async function removeExpiredInvitations(tx: Query, centre: string, now: number): Promise<void> {
  await tx.deleteFrom('invitation').where('centre', '=', centre).where('expires_at', '<=', now).execute()
}

export async function removeInvitation(tx: Query, centre: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('invitation')
    .where('centre', '=', centre)
    .where('id', '=', id)
    .where('used_by', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Marks an invitation as used; false when another account was faster. */
export async function takeInvitation(tx: Query, codeHash: string, accountId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ used_by: accountId })
    .where('code_hash', '=', codeHash)
    .where('used_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives an account a role in a centre, in the place of the one that it had there. */
export async function saveStaff(tx: Query, row: StaffRow): Promise<void> {
  await tx
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre', 'account_id']).doUpdateSet(row))
    .execute()
}
