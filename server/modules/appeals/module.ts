import { ApiError } from '../../api-error'
import type { ServerModule } from '../../server-module'
import { readHiddenParts } from './hidden-parts'

export const appealsModule = (({ deps: { db, clock } }) => ({
  handlers: {
    'GET /api/shops/:shopId/hidden-parts': async ({ params: { shopId } }) => ({
      items: await readHiddenParts(db.query, shopId),
    }),
    'PUT /api/shops/:shopId/hidden-parts/:contentId/appeal': ({
      params: { shopId, contentId },
      body: { note },
    }) =>
      db.withTx(async (tx) => {
        const parts = await readHiddenParts(tx, shopId)
        if (!parts.some(({ id }) => id === contentId)) throw new ApiError('not-found')
        const appealedAt = clock()
        await tx
          .updateTable('content')
          .set({ appeal: note, appealed_at: appealedAt })
          .where('id', '=', contentId)
          .where('verdict', '=', 'risky')
          .execute()
        return { appealedAt }
      }),
  },
})) satisfies ServerModule
