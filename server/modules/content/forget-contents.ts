import { sql } from 'kysely'
import { type TextPlace, textPlaces } from '@/domain/content'
import { RECEIVER_RETENTION_MS } from '@/domain/shop/personal-data'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'

/** Places whose texts are deleted from orders when their term is over. */
const ORDER_PLACES = (Object.keys(textPlaces) as TextPlace[]).filter((place) =>
  ['buyer', 'either'].includes(textPlaces[place].writer),
)

/** Deletes texts that nobody uses any more. */
const deleteUnusedTexts = (tx: Query) =>
  tx
    .deleteFrom('content')
    .where('kind', '=', 'text')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('content_use')
            .select('content_id')
            .whereRef('content_use.content_id', '=', 'content.id'),
        ),
      ),
    )

async function usedBy(tx: Query, column: 'shop_id' | 'account_id', value: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('content_use')
    .select('content_id')
    .distinct()
    .where(column, '=', value)
    .execute()
  return rows.map(({ content_id }) => content_id)
}

/** Deletes the texts of a shop, unless others use the same ones. */
export async function forgetShopContents(tx: Query, shopId: string): Promise<void> {
  const ids = await usedBy(tx, 'shop_id', shopId)
  if (ids.length === 0) return
  await tx.deleteFrom('content_use').where('shop_id', '=', shopId).execute()
  await deleteUnusedTexts(tx).where('id', 'in', ids).execute()
}

/** Deletes what a buyer wrote in orders. */
export async function forgetBuyerContents(tx: Query, accountId: string): Promise<void> {
  const ids = await usedBy(tx, 'account_id', accountId)
  if (ids.length === 0) return
  await tx
    .deleteFrom('content_use')
    .where('account_id', '=', accountId)
    .where('place', 'in', ORDER_PLACES)
    .execute()
  await deleteUnusedTexts(tx).where('id', 'in', ids).execute()
}

/** Removes the link of contents to their writer. They stay, so that risky ones remain hidden wherever they are used. */
export async function detachContents(tx: Query, accountId: string): Promise<void> {
  await tx
    .insertInto('content_use')
    .columns(['content_id', 'shop_id', 'place', 'account_id', 'used_at'])
    .expression((eb) =>
      eb
        .selectFrom('content_use')
        .select(['content_id', 'shop_id', 'place', sql.lit('').as('account_id'), 'used_at'])
        .where('account_id', '=', accountId),
    )
    .onConflict((conflict) => conflict.columns(['content_id', 'shop_id', 'place', 'account_id']).doNothing())
    .execute()
  await tx.deleteFrom('content_use').where('account_id', '=', accountId).execute()
}

/** The time for which the verdict of a passed text is remembered, in ms. */
const PASSED_MS = 90 * 86_400_000

/**
 * Deletes contents that are not needed any more: passed texts after ninety days, texts of orders by their term, and files that were
 * deleted.
 */
export async function sweepContents({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  await db.withTx(async (tx) => {
    await tx
      .deleteFrom('content_use')
      .where('place', 'in', ORDER_PLACES)
      .where('used_at', '<', now - RECEIVER_RETENTION_MS)
      .execute()
    await tx
      .deleteFrom('content')
      .where('kind', '=', 'text')
      .where('verdict', '=', 'pass')
      .where('decided_at', '<', now - PASSED_MS)
      .execute()
    for (const kind of ['photo', 'voice'] as const)
      await tx
        .deleteFrom('content')
        .where('kind', '=', kind)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom(kind)
                .select(`${kind}.id`)
                .where(`${kind}.hash`, '=', sql<string>`substr(content.id, ${sql.lit(kind.length + 2)})`),
            ),
          ),
        )
        .execute()
    await tx
      .deleteFrom('content_use')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('content').select('content.id').whereRef('content.id', '=', 'content_use.content_id'),
          ),
        ),
      )
      .execute()
    await deleteUnusedTexts(tx).execute()
  })
}
