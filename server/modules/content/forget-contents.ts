import { type ExpressionBuilder, sql } from 'kysely'
import { textPlacesOf } from '@/domain/content'
import { RECEIVER_RETENTION_MS, RECORDS_RETENTION_MS } from '@/domain/shop/personal-data'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import type { AppDependencies } from '../../dependencies'

/** Places whose texts are deleted from orders when their term is over. */
const ORDER_PLACES = textPlacesOf('buyer', 'either')

/** Deletes where a buyer wrote texts in orders. */
export async function forgetBuyerContents(tx: Query, accountId: string): Promise<void> {
  await tx
    .deleteFrom('content_use')
    .where('account_id', '=', accountId)
    .where('place', 'in', ORDER_PLACES)
    .execute()
}

/** Removes the link of contents to their writer. */
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

/** Rows that one transaction deletes or changes. */
const BATCH_SIZE = 2000

/** Ids of texts that nobody uses. */
const unusedTexts = (tx: Query) =>
  tx
    .selectFrom('content')
    .select('content.id')
    .where('content.kind', '=', 'text')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('content_use')
            .select('content_use.content_id')
            .whereRef('content_use.content_id', '=', 'content.id'),
        ),
      ),
    )
    .limit(BATCH_SIZE)

/** True for contents of which nothing has to be remembered. */
const isForgettable = (eb: ExpressionBuilder<Tables, 'content'>, now: number) =>
  eb.or([
    eb.and([
      eb('content.verdict', '!=', 'risky'),
      eb.or([eb('content.source', 'is', null), eb('content.source', '!=', 'operator')]),
    ]),
    eb('content.decided_at', '<', now - RECORDS_RETENTION_MS),
  ])

/** Ids of contents whose file was deleted. */
const contentsWithoutFile = (tx: Query, kind: 'photo' | 'voice') =>
  tx
    .selectFrom('content')
    .select('content.id')
    .where('content.kind', '=', kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(kind)
            .select(`${kind}.id`)
            .where(`${kind}.hash`, '=', sql<string>`substr(content.id, ${sql.lit(kind.length + 2)})`),
        ),
      ),
    )
    .limit(BATCH_SIZE)

/**
 * Forgets what is not needed any more. What is hidden, or was decided by an operator, is remembered by its hash for three years, because
 * orders show texts that their writers have deleted, and files can be uploaded again.
 */
export async function sweepContents({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  const steps: ((tx: Query) => Promise<{ numDeletedRows?: bigint; numUpdatedRows?: bigint }>)[] = [
    (tx) =>
      tx
        .deleteFrom('content_use')
        .where('place', 'in', ORDER_PLACES)
        .where('used_at', '<', now - RECEIVER_RETENTION_MS)
        .where('content_id', 'in', (eb) =>
          eb
            .selectFrom('content_use')
            .select('content_id')
            .where('place', 'in', ORDER_PLACES)
            .where('used_at', '<', now - RECEIVER_RETENTION_MS)
            .limit(BATCH_SIZE),
        )
        .executeTakeFirstOrThrow(),
    (tx) =>
      tx
        .deleteFrom('content')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('content')
            .select('id')
            .where('kind', '=', 'text')
            .where('verdict', '=', 'pass')
            .where('source', '!=', 'operator')
            .where('decided_at', '<', now - PASSED_MS)
            .limit(BATCH_SIZE),
        )
        .executeTakeFirstOrThrow(),
    (tx) =>
      tx
        .deleteFrom('content')
        .where(
          'id',
          'in',
          unusedTexts(tx).where((eb) => isForgettable(eb, now)),
        )
        .executeTakeFirstOrThrow(),
    (tx) =>
      tx
        .updateTable('content')
        .set({ text: null })
        .where('id', 'in', unusedTexts(tx).where('content.text', 'is not', null))
        .executeTakeFirstOrThrow(),
    ...(['photo', 'voice'] as const).map(
      (kind) => (tx: Query) =>
        tx
          .deleteFrom('content')
          .where(
            'id',
            'in',
            contentsWithoutFile(tx, kind).where((eb) => isForgettable(eb, now)),
          )
          .executeTakeFirstOrThrow(),
    ),
    (tx) =>
      tx
        .deleteFrom('content_use')
        .where('content_id', 'in', (eb) =>
          eb
            .selectFrom('content_use')
            .leftJoin('content', 'content.id', 'content_use.content_id')
            .select('content_use.content_id')
            .where('content.id', 'is', null)
            .limit(BATCH_SIZE),
        )
        .executeTakeFirstOrThrow(),
  ]
  for (const step of steps)
    for (;;) {
      const { numDeletedRows = 0n, numUpdatedRows = 0n } = await db.withTx(step)
      if (numDeletedRows + numUpdatedRows < BATCH_SIZE) break
    }
}
