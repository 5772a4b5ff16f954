import type { StaffRole } from '@/domain/access'
import type { Query } from '../../db/database'
import { endLessonsOf } from '../lessons/store'

/** A person on the staff of a centre, by the id of the invitation. */
interface StaffPath {
  centre: string
  id: string
}

/**
 * Ends the role of a person who has one of `roles`, and the open invitations that she issued in the centre or, with a county's role, in
 * its towns. The open lessons of a trainer remain, because the keeper of the centre carries them on; those of others end.
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
  if (removed.role !== 'trainer') await endLessonsOf(tx, removed.account_id, centre, now)
  return true
}
