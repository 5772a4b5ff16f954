import type { Query } from '../../db/database'
import { untyped } from '../../maintenance/copy/row'

/**
 * Deletes all rows of a shop in every table. Its photos and voices become unused at `unusedSince`, and their sweep removes the files that
 * no other shop uses.
 */
export async function deleteShop(tx: Query, shopId: string, unusedSince: number): Promise<void> {
  for (const medium of ['photo', 'voice'] as const)
    await tx
      .updateTable(medium)
      .set({ unused_since: unusedSince })
      .where('id', 'in', (eb) =>
        medium === 'photo'
          ? eb.selectFrom('photo_use').select('photo_id as id').where('shop_id', '=', shopId)
          : eb.selectFrom('voice_use').select('voice_id as id').where('shop_id', '=', shopId),
      )
      .execute()
  const tables = await tx.introspection.getTables()
  for (const { name, columns } of tables)
    if (name !== 'operator_log' && columns.some((column) => column.name === 'shop_id'))
      await untyped(tx).deleteFrom(name).where('shop_id', '=', shopId).execute()
  await tx.deleteFrom('job').where('payload', 'like', `%"${shopId}"%`).execute()
}
