import type { Look } from '@/domain/look'
import { lookPhotos, type NamedPhoto } from '@/domain/look-photos'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { Refused } from '../../refused'
import { setPhotoUses } from '../photos/uses'

/** What stands in a product's place where a look uses a photo; no id is like it. */
const LOOK = 'look'

/** The photos an owner may show: her shop's people sent them, or the shop shows them already. */
async function mayShow(tx: Query, shopId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('photo')
    .select(['id', 'hash'])
    .where('id', 'in', ids)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('shop_owner')
            .select('since')
            .whereRef('shop_owner.account_id', '=', 'photo.account_id')
            .where('shop_owner.shop_id', '=', shopId),
        ),
        exists(
          selectFrom('photo_use')
            .select('product_id')
            .whereRef('photo_use.photo_id', '=', 'photo.id')
            .where('photo_use.shop_id', '=', shopId),
        ),
      ]),
    )
    // held, so that they are not swept away before they are used
    .$if(isPostgres(tx), (query) => query.forShare('photo'))
    .execute()
  return new Map(rows.map((row) => [row.id, row.hash]))
}

const idsOf = (photos: readonly NamedPhoto[]) => [...new Set(photos.map(({ id }) => id))]

/** Notes that the shop's look shows these photos besides those it did; bad input where there is no such photo for it. */
export async function addLookPhotos(tx: Query, shopId: string, look: Look): Promise<void> {
  const named = lookPhotos(look)
  if (named.length === 0) return
  const ids = idsOf(named)
  const known = await mayShow(tx, shopId, ids)
  const fields = named
    .filter(({ id, hash }) => known.get(id) !== hash)
    .map(({ path }) => ({ path, message: 'is not a photo that was uploaded' }))
  if (fields.length > 0) throw new Refused('bad-input', { fields })
  const values = ids.map((id) => ({ photo_id: id, shop_id: shopId, product_id: LOOK }))
  await tx
    .insertInto('photo_use')
    .values(values)
    .onConflict((conflict) => conflict.columns(['photo_id', 'shop_id', 'product_id']).doNothing())
    .execute()
}

/** From now on the shop's look shows what these name, and lets go of the others. */
export async function keepLookPhotos(
  tx: Query,
  shopId: string,
  looks: readonly Look[],
  now: number,
): Promise<void> {
  const user = { shopId, productId: LOOK }
  await setPhotoUses(tx, user, idsOf(looks.flatMap(lookPhotos)), now)
}
