import type { AppDependencies } from '../../dependencies'
import { addContents, textId } from '../content/store'
import { placesByText } from './hidden-parts'

const BATCH_SIZE = 50

/**
 * Records the texts of shops of which none is recorded: those of before contents were checked, and imported ones. Photos and voices are
 * recorded only when they are uploaded.
 */
export async function recordShops({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  let after = ''
  for (;;) {
    const shops = await db.query
      .selectFrom('shop')
      .select(['shop_id', 'opened_by'])
      .where('shop_id', '>', after)
      .where('ended_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('content_use')
              .select('content_use.content_id')
              .whereRef('content_use.shop_id', '=', 'shop.shop_id'),
          ),
        ),
      )
      .orderBy('shop_id')
      .limit(BATCH_SIZE)
      .execute()
    for (const { shop_id: shopId, opened_by: accountId } of shops)
      await db.withTx(async (tx) => {
        const contents = [...(await placesByText(tx, shopId))].map(([text, { place }]) => ({
          ...({ id: textId(text), kind: 'text', text, place } as const),
        }))
        await addContents(tx, { contents, shopId, accountId, now: clock() })
      })
    const last = shops.at(-1)
    if (!last) return
    after = last.shop_id
  }
}
