import type { Look } from '@/domain/look'
import { lookVoices } from '@/domain/look-voices'
import type { Query } from '../../db/database'
import { usableIds } from './usable-ids'

/** Notes that the shop's look names these voices besides those it did; bad input where there is no such voice for it. */
export async function addLookVoices(tx: Query, shopId: string, look: Look): Promise<void> {
  const ids = await usableIds(tx, 'voice', shopId, lookVoices(look))
  if (ids.length === 0) return
  await tx
    .insertInto('voice_use')
    .values(ids.map((id) => ({ voice_id: id, shop_id: shopId })))
    .onConflict((conflict) => conflict.columns(['voice_id', 'shop_id']).doNothing())
    .execute()
}

/** From now on the shop's looks name the voices that these do, and let go of the others. */
export async function keepLookVoices(
  tx: Query,
  shopId: string,
  looks: readonly Look[],
  now: number,
): Promise<void> {
  const ids = [...new Set(looks.flatMap(lookVoices).map(({ id }) => id))]
  const rows = await tx.selectFrom('voice_use').select('voice_id').where('shop_id', '=', shopId).execute()
  const known = rows.map((row) => row.voice_id)
  const gone = known.filter((id) => !ids.includes(id))
  const fresh = ids.filter((id) => !known.includes(id))
  if (gone.length > 0) {
    await tx.deleteFrom('voice_use').where('shop_id', '=', shopId).where('voice_id', 'in', gone).execute()
    await tx.updateTable('voice').set({ unused_since: now }).where('id', 'in', gone).execute()
  }
  if (fresh.length > 0)
    await tx
      .insertInto('voice_use')
      .values(fresh.map((id) => ({ voice_id: id, shop_id: shopId })))
      .execute()
}
