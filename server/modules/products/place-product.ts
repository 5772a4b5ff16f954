import { sql } from 'kysely'
import { POSITION_GAP, positionBetween } from '@/domain/product/positions'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { isAfter } from '../../db/pagination'

interface Place {
  id: string
  position: number
}

async function findPlace(tx: Query, shopId: string, id: string): Promise<Place> {
  const row = await tx
    .selectFrom('product')
    .select(['id', 'position'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return row
}

/** The product behind another one, or the first one. */
function findNext(tx: Query, shopId: string, previous: Place | undefined): Promise<Place | undefined> {
  let select = tx.selectFrom('product').select(['id', 'position']).where('shop_id', '=', shopId)
  if (previous)
    select = select.where(isAfter({ at: previous.position, id: previous.id }, 'oldest', ['position', 'id']))
  return select.orderBy('position').orderBy('id').limit(1).executeTakeFirst()
}

/** Numbers the products of a shop anew in their order, in one statement. */
async function renumber(tx: Query, shopId: string): Promise<void> {
  await tx
    .updateTable('product')
    .from((db) =>
      db
        .selectFrom('product')
        .select(['id', sql<number>`row_number() over (order by position, id)`.as('place')])
        .where('shop_id', '=', shopId)
        .as('numbered'),
    )
    .set({ position: sql<number>`numbered.place * ${sql.lit(POSITION_GAP)}` })
    .where('product.shop_id', '=', shopId)
    .whereRef('product.id', '=', 'numbered.id')
    .execute()
}

/**
 * Puts a product behind another one, or to the top. Its version stays, since its content does. Doing it again changes nothing.
 * @throws ApiError `not-found` when one of the two does not exist.
 */
export async function placeProduct(
  tx: Query,
  { shopId, id, after }: { shopId: string; id: string; after: string | undefined },
): Promise<void> {
  if (after === id) throw badInput('/after', 'is the product itself')
  await findPlace(tx, shopId, id)
  // with room after the numbering, the second attempt always finds a position
  for (const isNumbered of [false, true]) {
    const previous = after === undefined ? undefined : await findPlace(tx, shopId, after)
    const next = await findNext(tx, shopId, previous)
    if (next?.id === id) return
    const position = positionBetween(previous?.position, next?.position)
    if (position !== undefined) return setPosition(tx, shopId, id, position)
    if (!isNumbered) await renumber(tx, shopId)
  }
}

async function setPosition(tx: Query, shopId: string, id: string, position: number): Promise<void> {
  await tx
    .updateTable('product')
    .set({ position })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

/** The position of a new product, behind all others; the time of its creation where that is. */
export async function newPosition(tx: Query, shopId: string, createdAt: number): Promise<number> {
  const row = await tx
    .selectFrom('product')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const last = row?.last ?? null
  return last === null || Number(last) < createdAt ? createdAt : Number(last) + POSITION_GAP
}

/** Puts the products of a list into its order; those that are not in it stay behind them. */
export async function orderProducts(tx: Query, shopId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('product')
    .select('id')
    .where('shop_id', '=', shopId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const current = rows.map(({ id }) => id)
  const listed = new Set(ids)
  const wanted = [...ids, ...current.filter((id) => !listed.has(id))]
  if (wanted.join() === current.join()) return
  for (const [at, id] of wanted.entries()) await setPosition(tx, shopId, id, (at + 1) * POSITION_GAP)
}
