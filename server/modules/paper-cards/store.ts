import type { Selectable } from 'kysely'
import type { PaperCard } from '@/contract/shop/paper-cards'
import type { Query } from '../../db/database'
import type { PaperCardTable } from '../../db/handover-tables'
import { lockShop } from '../shops/shop-lock'

export type PaperCardRow = Selectable<PaperCardTable>

/** The card that works for a shop; there is one at most. */
export const findCard = (db: Query, shopId: string): Promise<PaperCardRow | undefined> =>
  db
    .selectFrom('paper_card')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export const findCardByHash = (db: Query, codeHash: string): Promise<PaperCardRow | undefined> =>
  db.selectFrom('paper_card').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()

/** The card of a code. Its shop is locked until the transaction ends, because tries are counted one after another. */
export async function lockCardByHash(tx: Query, codeHash: string): Promise<PaperCardRow | undefined> {
  const found = await findCardByHash(tx, codeHash)
  if (!found) return undefined
  await lockShop(tx, found.shop_id)
  return findCardByHash(tx, codeHash)
}

/** Ends the card of a shop, unless one account has made it; false when none ended. */
export async function endCard(
  tx: Query,
  shopId: string,
  now: number,
  { exceptOf }: { exceptOf?: string } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('paper_card')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    // the maker of a card from before makers were stored is unknown
    .$if(exceptOf !== undefined, (query) =>
      query.where(({ or, eb }) => or([eb('made_by', 'is', null), eb('made_by', '!=', exceptOf ?? '')])),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The details of a card that the phones of its shop may read, at `now`. */
export const toPaperCard = (row: PaperCardRow, now: number): PaperCard => ({
  ...{ id: row.id, createdAt: row.created_at },
  ...(row.locked_until !== null && row.locked_until > now ? { lockedUntil: row.locked_until } : {}),
  ...(row.due_at === null ? {} : { dueAt: row.due_at }),
})
