import type { HandoverState } from '@/domain/shop/handover'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { acceptHandover } from './accept'
import { withHandover } from './find-by-code'
import { offerHandover } from './offer'
import { describeHandover } from './read'
import { changeOpenHandover, findHandover, type HandoverRow, markReceived } from './store'

function stateOf({ taken_by, received_at, ended_at, expires_at }: HandoverRow, now: number): HandoverState {
  if (received_at !== null) return 'received'
  if (taken_by !== null) return 'taken'
  return ended_at !== null || expires_at <= now ? 'expired' : 'open'
}

export function handoverHandlers(deps: AppDependencies, storefronts: StorefrontCache) {
  const { db, clock } = deps

  /** A hand-over of an account. @throws ApiError `not-found`. */
  async function requireOwn(
    query: Query,
    id: string,
    side: 'giver' | 'taken_by',
    accountId: string,
  ): Promise<HandoverRow> {
    const row = await findHandover(query, id)
    if (row?.[side] !== accountId) throw new ApiError('not-found')
    return row
  }

  return {
    'PUT /api/shops/:shopId/handovers/:handoverId': ({ params, auth }) =>
      auth.withRight((tx) => offerHandover(deps, tx, { kind: 'shop', ...params, giver: auth.accountId })),
    'PUT /api/shops/:shopId/draft-handovers/:handoverId': ({ params, body, auth }) =>
      auth.withRight((tx) =>
        offerHandover(deps, tx, { kind: 'draft', ...params, ...body, giver: auth.accountId }),
      ),
    'PUT /api/shops/:shopId/help-offers/:handoverId': ({ params, body, auth }) =>
      auth.withRight((tx) =>
        offerHandover(deps, tx, { kind: 'help', ...params, ...body, giver: auth.accountId }),
      ),
    'GET /api/handovers/:handoverId': async ({ params: { handoverId }, auth }) => ({
      state: stateOf(await requireOwn(db.query, handoverId, 'giver', auth.accountId), clock()),
    }),
    'DELETE /api/handovers/:handoverId': async ({ params: { handoverId }, auth }) => {
      const change = { ended_at: clock() }
      return {
        ended: await auth.withRight(async (tx) => {
          await requireOwn(tx, handoverId, 'giver', auth.accountId)
          return changeOpenHandover(tx, handoverId, change)
        }),
      }
    },
    'POST /api/handover-codes/read': ({ body: { code }, auth, request }) =>
      withHandover(deps, code, { ...auth, address: getClientAddress(request) }, (tx, row) =>
        describeHandover(deps, tx, row),
      ),
    'POST /api/handover-codes/accept': async ({ body: { code, centre }, auth, request }) => {
      const { accountId } = auth
      const trier = { ...auth, address: getClientAddress(request) }
      const taken = await withHandover(deps, code, trier, (tx, row) =>
        acceptHandover(deps, tx, row, { accountId, centre }),
      )
      if (taken.kind === 'shop') storefronts.invalidateShop(taken.shopId)
      return taken
    },
    'POST /api/handovers/:handoverId/received': async ({ params: { handoverId }, auth }) => {
      await auth.withRight(async (tx) => {
        await requireOwn(tx, handoverId, 'taken_by', auth.accountId)
        await markReceived(tx, handoverId, clock())
      })
      return { received: true }
    },
  } satisfies Partial<Handlers>
}
