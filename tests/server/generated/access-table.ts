/** Callers, in relation to the shop that a request is about. */
export const roles = ['nobody', 'stranger', 'buyer', 'other buyer', 'other owner', 'owner'] as const
export type Role = (typeof roles)[number]

const OPEN = { nobody: 200, stranger: 200, buyer: 200, 'other buyer': 200, 'other owner': 200, owner: 200 }
const SIGNED_IN = { ...OPEN, nobody: 401 }
const OWNER = { nobody: 401, stranger: 404, buyer: 404, 'other buyer': 404, 'other owner': 404, owner: 200 }
const OWNER_OR_BUYER = { ...OWNER, buyer: 200 }

/** Status of a valid request about one shop, by route and role. Every new route needs an entry. */
export const table: Record<string, Record<Role, number>> = {
  'GET /api/health': OPEN,
  'POST /api/sessions': OPEN,
  'DELETE /api/sessions/current': SIGNED_IN,
  'GET /api/me/shops': SIGNED_IN,
  'GET /api/me/orders': SIGNED_IN,
  'PUT /api/shops/:shopId': SIGNED_IN,
  'GET /api/shops/:shopId': OWNER,
  'PUT /api/shops/:shopId/settings': OWNER,
  'GET /api/shops/:shopId/look': OWNER,
  'GET /api/shops/:shopId/look/history/:lookVersion': OWNER,
  'PUT /api/shops/:shopId/look-draft': OWNER,
  'POST /api/shops/:shopId/look/publish': OWNER,
  'POST /api/shops/:shopId/key': OWNER,
  'POST /api/shops/:shopId/exports': OWNER,
  'DELETE /api/shops/:shopId/other-owners': OWNER,
  'GET /api/storefronts/:slug': OPEN,
  'GET /api/templates': OPEN,
  'GET /api/shops/:shopId/products': OPEN,
  'GET /api/shops/:shopId/products/:productId': OPEN,
  'PUT /api/shops/:shopId/products/:productId': OWNER,
  'DELETE /api/shops/:shopId/products/:productId': OWNER,
  'POST /api/shops/:shopId/skus/:skuId/stock': OWNER,
  'PUT /api/shops/:shopId/orders/:orderId': SIGNED_IN,
  'GET /api/shops/:shopId/orders': OWNER,
  'GET /api/shops/:shopId/orders/:orderId': OWNER_OR_BUYER,
  'POST /api/shops/:shopId/orders/:orderId/steps': OWNER_OR_BUYER,
  'POST /api/shops/:shopId/orders/answers': OWNER,
  'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId': { ...OWNER_OR_BUYER, owner: 404 },
  'GET /api/shops/:shopId/orders/:orderId/payments/:paymentId': OWNER_OR_BUYER,
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey': OPEN,
  'PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': SIGNED_IN,
  'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId': {
    ...OWNER_OR_BUYER,
    owner: 404,
  },
  'PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId': OWNER,
  'PUT /api/shops/:shopId/orders/:orderId/parcel': OWNER,
  'GET /api/shops/:shopId/held-money': OWNER,
  'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': { ...OWNER_OR_BUYER, owner: 409 },
  'GET /api/shops/:shopId/blocked-buyers': OWNER,
  'PUT /api/shops/:shopId/blocked-buyers/:orderId': OWNER,
  'DELETE /api/shops/:shopId/blocked-buyers/:orderId': OWNER,
  'GET /api/shops/:shopId/today': OWNER,
  'GET /api/shops/:shopId/money/:month': OWNER,
  'GET /api/shops/:shopId/payment-rights': OWNER,
  'POST /api/shops/:shopId/payment-application/papers': OWNER,
  'PUT /api/shops/:shopId/payment-application': OWNER,
  'POST /api/shops/:shopId/money/:month/sheets': OWNER,
  'GET /api/photos/:photoId/seed': OWNER,
  'PUT /api/photos/:photoId': SIGNED_IN,
  'POST /api/photos/:photoId': SIGNED_IN,
  'PUT /api/voices/:voiceId': SIGNED_IN,
  'POST /api/voices/:voiceId': SIGNED_IN,
}
