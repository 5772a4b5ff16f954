import { ApiError } from '../../api-error'
import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { lockShop } from '../shops/shop-lock'
import { appealBlock, readBlock } from './block-appeals'
import { readHiddenParts } from './hidden-parts'
import { recordShops } from './record-shops'

export const appealsModule = (({ app, deps }) => ({
  handlers: {
    'GET /api/shops/:shopId/hidden-parts': async ({ params: { shopId } }) => ({
      items: await readHiddenParts(deps.db.query, shopId),
      ...(await readBlock(deps.db.query, shopId)),
    }),
    'PUT /api/shops/:shopId/block/appeal': ({ params: { shopId }, body: { note } }) =>
      deps.db.withTx(async (tx) => {
        await lockShop(tx, shopId)
        return appealBlock(tx, shopId, { note, now: deps.clock() })
      }),
    'PUT /api/shops/:shopId/hidden-parts/:contentId/appeal': ({
      params: { shopId, contentId },
      body: { note },
    }) =>
      deps.db.withTx(async (tx) => {
        const parts = await readHiddenParts(tx, shopId)
        if (!parts.some(({ id }) => id === contentId)) throw new ApiError('not-found')
        const appealedAt = deps.clock()
        const appeal = { note, appealed_at: appealedAt }
        await tx
          .insertInto('content_appeal')
          .values({ content_id: contentId, shop_id: shopId, ...appeal })
          .onConflict((conflict) => conflict.columns(['content_id', 'shop_id']).doUpdateSet(appeal))
          .execute()
        return { appealedAt }
      }),
  },
  jobs: {
    'record-shops': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await recordShops(deps, app.log)
        return deps.clock() + DAY_MS
      },
    },
  },
})) satisfies ServerModule
