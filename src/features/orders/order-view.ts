import type { RouteReply } from '@/contract/routes'

/** An order with what is known around it, as its page reads it. */
export type OrderView = RouteReply<'GET /api/shops/:shopId/orders/:orderId'>
export type Side = OrderView['role']
