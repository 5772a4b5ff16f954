import type { Look } from '@/domain/look'
import { lookVoices, type NamedVoice } from '@/domain/look-voices'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { Refused } from '../../refused'

const idsOf = (voices: readonly NamedVoice[]) => [...new Set(voices.map(({ id }) => id))]

/** The voices an owner may let speak: her shop's people sent them, or its looks name them already. */
async function mayUse(tx: Query, shopId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('voice')
    .select(['id', 'hash', 'ms'])
    .where('id', 'in', ids)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('shop_owner')
            .select('since')
            .whereRef('shop_owner.account_id', '=', 'voice.account_id')
            .where('shop_owner.shop_id', '=', shopId),
        ),
        exists(
          selectFrom('voice_use')
            .select('shop_id')
            .whereRef('voice_use.voice_id', '=', 'voice.id')
            .where('voice_use.shop_id', '=', shopId),
        ),
      ]),
    )
    // held, so that they are not swept away before they are used
    .$if(isPostgres(tx), (query) => query.forShare('voice'))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Notes that the shop's look names these voices besides those it did; bad input where there is no such voice for it. */
export async function addLookVoices(tx: Query, shopId: string, look: Look): Promise<void> {
  const named = lookVoices(look)
  if (named.length === 0) return
  const known = await mayUse(tx, shopId, idsOf(named))
  const fields = named
    .filter(({ id, hash, ms }) => known.get(id)?.hash !== hash || known.get(id)?.ms !== ms)
    .map(({ path }) => ({ path, message: 'is not a voice that was uploaded' }))
  if (fields.length > 0) throw new Refused('bad-input', { fields })
  await tx
    .insertInto('voice_use')
    .values(idsOf(named).map((id) => ({ voice_id: id, shop_id: shopId })))
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
  const ids = idsOf(looks.flatMap(lookVoices))
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
