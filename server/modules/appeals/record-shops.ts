import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { addContents } from '../content/store'
import { readParts } from './hidden-parts'

const BATCH_SIZE = 50

type Deps = Pick<AppDependencies, 'db' | 'clock'>

/** Records what shops show that was not recorded when it was written: shops of before contents were checked, and imported ones. */
export async function recordShops(deps: Deps, log: Pick<FastifyBaseLogger, 'error'>): Promise<void> {
  let after = ''
  for (;;) {
    const shops = await deps.db.query
      .selectFrom('shop')
      .select(['shop_id', 'opened_by'])
      .where('shop_id', '>', after)
      .where('texts_recorded', '=', 0)
      .where('ended_at', 'is', null)
      .orderBy('shop_id')
      .limit(BATCH_SIZE)
      .execute()
    // the others are recorded all the same
    for (const { shop_id: shopId, opened_by: accountId } of shops)
      await recordShop(deps, shopId, accountId).catch((error: unknown) =>
        log.error({ err: error, shopId }, 'the texts of a shop could not be recorded'),
      )
    const last = shops.at(-1)
    if (!last) return
    after = last.shop_id
  }
}

/** Photos and voices are recorded only when they are uploaded. */
const recordShop = ({ db, clock }: Deps, shopId: string, accountId: string): Promise<void> =>
  db.withTx(async (tx) => {
    const parts = [...(await readParts(tx, shopId))]
    const texts = parts.flatMap(([id, { place, text }]) =>
      place === undefined || text === undefined ? [] : [{ id, kind: 'text' as const, text, place }],
    )
    await addContents(tx, { contents: texts, shopId, accountId, now: clock() })
    await tx.updateTable('shop').set({ texts_recorded: 1 }).where('shop_id', '=', shopId).execute()
  })
