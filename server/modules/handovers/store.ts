import type { Insertable, Selectable, UpdateObject } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { HandoverTable } from '../../db/handover-tables'
import type { Tables } from '../../db/tables'

export type HandoverRow = Selectable<HandoverTable>

export const findHandover = (db: Query, id: string): Promise<HandoverRow | undefined> =>
  db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()

/** The hand-over of a code by the hash of its digits or letters. */
export const findHandoverByHash = (db: Query, hash: string): Promise<HandoverRow | undefined> =>
  db
    .selectFrom('handover')
    .selectAll()
    .where(({ or, eb }) => or([eb('digits_hash', '=', hash), eb('letters_hash', '=', hash)]))
    .executeTakeFirst()

/** A hand-over, locked until the transaction ends. */
export const lockHandover = (tx: Query, id: string): Promise<HandoverRow | undefined> =>
  tx
    .selectFrom('handover')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()

export const addHandover = (tx: Query, row: Insertable<HandoverTable>): Promise<unknown> =>
  tx.insertInto('handover').values(row).execute()

/** Changes a hand-over that is open: neither taken nor ended. Returns whether it was. */
export async function changeOpenHandover(tx: Query, id: string, change: UpdateObject<Tables, 'handover'>) {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set(change)
    .where('id', '=', id)
    .where('taken_by', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the open codes of a shop, or those that others than one account gave. */
export async function endHandovers(
  tx: Query,
  shopId: string,
  now: number,
  { exceptOf }: { exceptOf?: string } = {},
): Promise<void> {
  await tx
    .updateTable('handover')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('taken_by', 'is', null)
    .where('ended_at', 'is', null)
    .$if(exceptOf !== undefined, (query) => query.where('giver', '!=', exceptOf ?? ''))
    .execute()
}

/** Forgets the answers of a draft that the other phone has stored; the next sweep deletes its photo. */
export async function markReceived(tx: Query, id: string, now: number): Promise<void> {
  await tx
    .updateTable('handover')
    .set({ received_at: now, draft: null })
    .where('id', '=', id)
    .where('received_at', 'is', null)
    .execute()
}

/** Forgets the draft of a hand-over; its photo is unused from now on, so that the next sweep deletes it. */
export async function forgetDraft(tx: Query, { id, photo_id }: HandoverRow): Promise<void> {
  if (photo_id !== null)
    await tx.updateTable('photo').set({ unused_since: 0 }).where('id', '=', photo_id).execute()
  await tx.updateTable('handover').set({ draft: null, photo_id: null }).where('id', '=', id).execute()
}
