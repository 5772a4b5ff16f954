import type { Look } from '@/domain/look/look'
import { lookVoices } from '@/domain/look/look-voices'
import type { Query } from '../../db/database'
import { requireUsableMedia } from './require-usable-media'

/** Adds the voices of a look to those that the shop uses. An unknown voice is `bad-input`. */
export async function addLookVoices(tx: Query, shopId: string, look: Look): Promise<void> {
  const ids = await requireUsableMedia(tx, 'voice', shopId, lookVoices(look))
  if (ids.length === 0) return
  await tx
    .insertInto('voice_use')
    .values(ids.map((id) => ({ voice_id: id, shop_id: shopId })))
    .onConflict((conflict) => conflict.columns(['voice_id', 'shop_id']).doNothing())
    .execute()
}

/** Sets the voices that the shop's looks use to those of `looks`. */
export async function setLookVoices(tx: Query, shopId: string, looks: readonly Look[], now: number) {
  const ids = [...new Set(looks.flatMap(lookVoices).map(({ id }) => id))]
  const rows = await tx.selectFrom('voice_use').select('voice_id').where('shop_id', '=', shopId).execute()
  const known = rows.map((row) => row.voice_id)
  const removed = known.filter((id) => !ids.includes(id))
  const fresh = ids.filter((id) => !known.includes(id))
  if (removed.length > 0) {
    await tx.deleteFrom('voice_use').where('shop_id', '=', shopId).where('voice_id', 'in', removed).execute()
    await tx.updateTable('voice').set({ unused_since: now }).where('id', 'in', removed).execute()
  }
  if (fresh.length > 0)
    await tx
      .insertInto('voice_use')
      .values(fresh.map((id) => ({ voice_id: id, shop_id: shopId })))
      .execute()
}
