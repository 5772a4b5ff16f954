import type { ExpressionBuilder } from 'kysely'
import { afterSaleStates, isOpen } from '@/domain/order/after-sale'
import { openStates } from '@/domain/order/order'
import type { OpenOrder } from '@/domain/shop/closing'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import { isFailedRefund } from '../payments/read-refunds'

const openAfterSales = [...afterSaleStates.filter(isOpen), 'cancel-asked'] as const

export const MAX_NAMED = 50

/**
 * True for an order that needs its seller or its buyer: neither done nor cancelled, claimed for, or with a refund that is under way or has
 * failed.
 */
export const isOpenOrder = (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  eb.or([
    eb('shop_order.state', 'in', openStates),
    eb('shop_order.payment_state', '=', 'refunding'),
    eb('shop_order.after_sale', 'in', openAfterSales),
    eb.exists(
      eb
        .selectFrom('refund')
        .select('refund.id')
        .whereRef('refund.shop_id', '=', 'shop_order.shop_id')
        .whereRef('refund.order_id', '=', 'shop_order.id')
        .where((refund) => refund.or([refund('refund.state', '=', 'requested'), isFailedRefund(refund)])),
    ),
  ])

export const selectOpenOrders = (db: Query) =>
  db
    .selectFrom('shop_order')
    .innerJoin('shop', 'shop.shop_id', 'shop_order.shop_id')
    .select(['shop_order.id', 'shop_order.shop_id', 'shop.name', 'number', 'state', 'total'])
    .where(isOpenOrder)
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')
    .limit(MAX_NAMED)

type OpenRow = Awaited<ReturnType<ReturnType<typeof selectOpenOrders>['execute']>>[number]

export const toOpenOrder = ({ id, shop_id, name, number, state, total }: OpenRow): OpenOrder => ({
  ...{ id, shopId: shop_id, shopName: name, number, state, total },
})
