import { type InsertQueryBuilder, type InsertResult, type QueryCreator, sql } from 'kysely'
import type { Day } from '@/domain/day'
import { placesOf, type Slot, slotKey, slotRuleOf } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Shop } from '@/domain/shop/shop'
import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import type { Tables } from '../../db/tables'

/** A place of a slot as it is taken: its counter, and the number of orders that the slot can take. */
export type SlotPlace = {
  shop_id: string
  id: string
  day: Day
  places: number
}

interface Chosen {
  fulfilment: Fulfilment
  slot?: Slot
}

type SlottedShop = Pick<Shop, 'id' | 'deliverySlots'>

/** A place of a slot. A shop that has given its slots up has any number of them. */
export const placeAt = (
  { id, deliverySlots }: SlottedShop,
  { fulfilment, slot }: Required<Chosen>,
): SlotPlace => ({
  shop_id: id,
  id: slotKey(fulfilment, slot),
  day: slot.day,
  places: placesOf(slotRuleOf(deliverySlots, fulfilment) ?? {}),
})

/** The place that an order takes of its slot; undefined in a shop without slots. */
export const placeOf = (shop: SlottedShop, { fulfilment, slot }: Chosen): SlotPlace | undefined =>
  slot && slotRuleOf(shop.deliverySlots, fulfilment) ? placeAt(shop, { fulfilment, slot }) : undefined

const countsSince = prepareQuery((db, given: { shopId: string; day: Day }) =>
  db
    .selectFrom('slot_count')
    .select(['id', 'taken'])
    .where('shop_id', '=', given.shopId)
    .where('day', '>=', given.day),
)

/** The number of orders of the slots from a day on, by `slotKey`. */
export async function readSlotCounts(db: Query, shopId: string, day: Day): Promise<Map<string, number>> {
  const rows = await countsSince(db, { shopId, day })
  return new Map(rows.map(({ id, taken }) => [id, taken]))
}

/** Makes the insertion of a counter a guarded upsert, which returns no row when the slot is full. */
const countPlace = (insert: InsertQueryBuilder<Tables, 'slot_count', InsertResult>, places: number) =>
  insert
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'id'])
        .doUpdateSet((eb) => ({ taken: eb('slot_count.taken', '+', 1) }))
        .where('slot_count.taken', '<', places),
    )
    .returning('taken')

const takePlaceNow = prepareQuery(
  (db, { slot, places }: { slot: Omit<SlotPlace, 'places'>; places: number }) =>
    countPlace(db.insertInto('slot_count').values({ ...slot, taken: 1 }), places),
)

/** Takes a place; false when the slot is full. */
export async function takePlace(tx: Query, { places, ...slot }: SlotPlace): Promise<boolean> {
  return (await takePlaceNow(tx, { slot, places })).length > 0
}

/** Takes a place if a common table expression has a row, as a part of a statement. */
export const takePlaceFrom = (
  db: QueryCreator<Tables>,
  table: string,
  { places, shop_id, id, day }: SlotPlace,
) =>
  countPlace(
    db
      .insertInto('slot_count')
      .columns(['shop_id', 'id', 'day', 'taken'])
      .expression(sql`select ${shop_id}, ${id}, ${day}, 1 from ${sql.table(table)}`),
    places,
  )

/** Gives back the place of an order; nothing for an order without a slot. */
export async function returnPlace(tx: Query, shopId: string, { fulfilment, slot }: Chosen): Promise<void> {
  if (!slot) return
  await tx
    .updateTable('slot_count')
    .set((eb) => ({ taken: eb('taken', '-', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', slotKey(fulfilment, slot))
    .where('taken', '>', 0)
    .execute()
}
