import type { RouteReply } from '@/contract/routes'

/** An order with its shop and the viewer's role, as the API returns it. */
export type OrderView = RouteReply<'GET /api/shops/:shopId/orders/:orderId'>
export type Side = OrderView['role']
