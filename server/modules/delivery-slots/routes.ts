import { dayOf } from '@/domain/day'
import { offeredSlots, type SlotFulfilment } from '@/domain/order/delivery-slot'
import { ApiError } from '../../api-error'
import { omitNulls } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { mustFindShop, toShop } from '../shops/store'
import { readSlotCounts } from './slot-counts'

export function deliverySlotHandlers({ db, clock }: AppDependencies) {
  return {
    'GET /api/shops/:shopId/delivery-slots': async ({ params: { shopId } }) => {
      const row = await mustFindShop(db.query, shopId)
      if (row.blocked_at !== null) throw new ApiError('not-found')
      const { fulfilments, deliverySlots = {}, closedUntil } = toShop(row)
      const now = clock()
      const taken = await readSlotCounts(db.query, shopId, dayOf(now))
      const offered = (kind: SlotFulfilment) => {
        const rule = fulfilments.includes(kind) ? deliverySlots[kind] : undefined
        return rule ? offeredSlots(kind, rule, now, taken, closedUntil) : null
      }
      return omitNulls({ local: offered('local'), pickup: offered('pickup') })
    },
  } satisfies Partial<Handlers>
}
