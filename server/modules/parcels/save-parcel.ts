import type { Order } from '@/domain/order/order'
import { canNameParcel, isReportable, NAME_PARCEL, type Parcel } from '@/domain/order/parcel'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { moveOrder } from '../orders/move-order'
import { toOrder, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { isHeld } from './held-money'

interface NamedParcel {
  shopId: string
  orderId: string
  parcel: Parcel
  now: number
}

/**
 * Records by which parcel an order was sent, or corrects it. Call it while the shop is locked.
 * @throws ApiError `not-found`, `not-allowed-now` (with the order), or `bad-input` for a carrier that cannot be reported while WeChat holds the
 * money.
 */
export async function saveParcel(tx: Query, { shopId, orderId, parcel, now }: NamedParcel): Promise<Order> {
  const row = await mustFindOrder(tx, shopId, orderId)
  if (row.carrier === parcel.carrier && row.waybill === parcel.waybill) return toOrderAt(row, now)
  if (!canNameParcel(toOrder(row))) throw new ApiError('not-allowed-now', { current: toOrderAt(row, now) })
  if (!isReportable(parcel.carrier) && (await isHeld(tx, row)))
    throw badInput('/carrier', 'cannot be reported to WeChat, which holds the money')
  return moveOrder(tx, row, {
    ...{ action: NAME_PARCEL, actor: 'owner', now, parcel },
    event: { note: parcel.waybill },
  })
}
