import type { StaffRole } from '@/domain/access'
import type { Query } from '../../db/database'
import { createReactions } from '../../reactions'

/** A person on the staff of a centre, by the id of the invitation. */
interface StaffPath {
  centre: string
  id: string
}

interface RemovedStaff {
  accountId: string
  role: StaffRole
  centre: string
  now: number
}

export const staffRemoved = createReactions<[tx: Query, removed: RemovedStaff]>('the removal of staff')

/**
 * Ends the role of a person who has one of `roles`, and the open invitations that she issued in the centre or, with a county's role, in
 * its towns.
 * @returns whether there was such a person
 */
export async function removeStaff(
  tx: Query,
  { centre, id }: StaffPath,
  roles: readonly StaffRole[],
  now: number,
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('staff')
    .where('centre', '=', centre)
    .where('id', '=', id)
    .where('role', 'in', [...roles])
    .returning(['account_id', 'role'])
    .executeTakeFirst()
  if (!removed) return false
  await tx
    .deleteFrom('invitation')
    .where('invited_by', '=', removed.account_id)
    .where('centre', 'like', `${centre}%`)
    .where('used_by', 'is', null)
    .execute()
  await staffRemoved.run(tx, { accountId: removed.account_id, role: removed.role, centre, now })
  return true
}
