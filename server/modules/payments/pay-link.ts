import { createHmac, timingSafeEqual } from 'node:crypto'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { type OrderRow, toOrder } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { mustFindShop, toShop } from '../shops/store'

export interface LinkedOrder {
  shopId: string
  orderId: string
}

/** The key of the link by which others may pay an order. It is derived, so that an order has one. */
export const payLinkKey = (secret: string, { shopId, orderId }: LinkedOrder): string =>
  createHmac('sha256', secret).update(`pay-link:${shopId}:${orderId}`).digest('base64url').slice(0, 22)

/** The order of a link. @throws ApiError `not-found` also for a wrong key, so that nobody learns that an order exists. */
export async function findLinkedOrder(
  db: Query,
  secret: string,
  { linkKey, ...path }: LinkedOrder & { linkKey: string },
): Promise<OrderRow> {
  const expected = Buffer.from(payLinkKey(secret, path))
  const given = Buffer.from(linkKey)
  const isRight = expected.length === given.length && timingSafeEqual(expected, given)
  const order = isRight ? await findOrder(db, path.shopId, path.orderId) : undefined
  if (!order) throw new ApiError('not-found')
  return order
}

/** The order as shown to a person who pays for the buyer: goods and amounts, and nothing about the buyer. */
export async function readLinkedOrder(db: Query, row: OrderRow) {
  const { name, slug, trade } = toShop(await mustFindShop(db, row.shop_id))
  const { payment, lines, goods, freight, total, fulfilment, state, payUntil } = toOrder(row)
  return {
    ...{ shop: { name, slug, trade }, state, payment, lines, goods, freight, total, fulfilment },
    ...(payUntil === undefined ? {} : { payUntil }),
  }
}
