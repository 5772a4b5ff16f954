/**
 * Callers, in relation to the shop, the centre and the lesson that a request is about. The `teacher` is a trainer of the centre
 * who opened the lesson; the `other trainer` teaches in another town of the county. The `opener` opened another shop for somebody; the
 * `helper` may change the shop for an hour.
 */
export const roles = [
  'nobody',
  'stranger',
  'buyer',
  'other buyer',
  'other owner',
  'owner',
  'county',
  'keeper',
  'teacher',
  'other trainer',
  'screen',
  'learner',
  'opener',
  'helper',
] as const
export type Role = (typeof roles)[number]

/** The status for each role: `others` for all that are signed in and not named. */
const statuses = (nobody: number, others: number, named: Partial<Record<Role, number>> = {}) =>
  ({
    ...Object.fromEntries(roles.map((role) => [role, others])),
    nobody,
    ...named,
  }) as Record<Role, number>

const OPEN = statuses(200, 200)
const SIGNED_IN = statuses(401, 200)
const OWNER = statuses(401, 404, { owner: 200 })
const MANAGER = { ...OWNER, helper: 200 }
const OPENER = statuses(401, 404, { opener: 200 })
const OWNER_OR_BUYER = { ...OWNER, buyer: 200 }
const TRAINER = statuses(401, 404, { county: 200, keeper: 200, teacher: 200 })
const KEEPER = { ...TRAINER, teacher: 404 }
const TEACHER = statuses(401, 404, { keeper: 200, teacher: 200 })
const VIEWER = { ...TEACHER, screen: 200 }
const LEARNER = statuses(401, 404, { learner: 200 })

/** Status of a valid request about one shop, by route and role. Every new route needs an entry. */
export const table: Record<string, Record<Role, number>> = {
  'GET /api/health': OPEN,
  'POST /api/sessions': OPEN,
  'DELETE /api/sessions/current': SIGNED_IN,
  'GET /api/me/shops': SIGNED_IN,
  'GET /api/me/orders': SIGNED_IN,
  'PUT /api/shops/:shopId': SIGNED_IN,
  'GET /api/shops/:shopId': MANAGER,
  'PUT /api/shops/:shopId/settings': MANAGER,
  'GET /api/shops/:shopId/look': MANAGER,
  'GET /api/shops/:shopId/look/history/:lookVersion': MANAGER,
  'PUT /api/shops/:shopId/look-draft': MANAGER,
  'POST /api/shops/:shopId/look/publish': MANAGER,
  'POST /api/shops/:shopId/practice/end': OWNER,
  'POST /api/shops/:shopId/key': OWNER,
  'POST /api/shops/:shopId/exports': OWNER,
  'DELETE /api/shops/:shopId/other-owners': OWNER,
  'GET /api/storefronts/:slug': OPEN,
  'GET /api/templates': OPEN,
  'GET /api/shops/:shopId/products': OPEN,
  'GET /api/shops/:shopId/products/:productId': OPEN,
  'PUT /api/shops/:shopId/products/:productId': MANAGER,
  'DELETE /api/shops/:shopId/products/:productId': MANAGER,
  'POST /api/shops/:shopId/skus/:skuId/stock': MANAGER,
  'PUT /api/shops/:shopId/orders/:orderId': SIGNED_IN,
  'GET /api/shops/:shopId/orders': OWNER,
  'GET /api/shops/:shopId/orders/:orderId': OWNER_OR_BUYER,
  'POST /api/shops/:shopId/orders/:orderId/steps': OWNER_OR_BUYER,
  'POST /api/shops/:shopId/orders/answers': OWNER,
  'POST /api/shops/:shopId/orders/sheets': OWNER,
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
  'GET /api/shops/:shopId/waiting': OWNER,
  'GET /api/shops/:shopId/money/:month': OWNER,
  'GET /api/shops/:shopId/money/:month/order-amounts': OWNER,
  'GET /api/shops/:shopId/due-buyers': OWNER,
  'GET /api/shops/:shopId/payment-rights': OWNER,
  'POST /api/shops/:shopId/payment-application/papers': OWNER,
  'PUT /api/shops/:shopId/payment-application': OWNER,
  'POST /api/shops/:shopId/money/:month/sheets': OWNER,
  'GET /api/photos/:photoId/seed': OWNER,
  'PUT /api/photos/:photoId': SIGNED_IN,
  'POST /api/photos/:photoId': SIGNED_IN,
  'PUT /api/voices/:voiceId': SIGNED_IN,
  'POST /api/voices/:voiceId': SIGNED_IN,
  'GET /api/me/channels': SIGNED_IN,
  'PUT /api/me/browsers': SIGNED_IN,
  'DELETE /api/me/browsers/:browser': SIGNED_IN,
  // none of them is in a mini-program
  'POST /api/me/permits': statuses(401, 400),
  // for owners of any shop; the code is one person's
  'POST /api/me/phone-codes': statuses(401, 404, { owner: 200, 'other owner': 200 }),
  'PUT /api/me/phone': statuses(401, 403, { owner: 200 }),
  'DELETE /api/me/phone': SIGNED_IN,
  'PUT /api/me/quiet-hours': SIGNED_IN,
  'POST /api/me/test-messages': SIGNED_IN,
  'GET /api/me/roles': SIGNED_IN,
  'POST /api/me/roles': SIGNED_IN,
  'GET /api/centres/:centre': TRAINER,
  'GET /api/centres/:centre/staff': KEEPER,
  'PUT /api/centres/:centre/invitations/:invitationId': KEEPER,
  'DELETE /api/centres/:centre/invitations/:invitationId': KEEPER,
  'DELETE /api/centres/:centre/staff/:staffId': KEEPER,
  'PUT /api/centres/:centre/lessons/:lessonId': TRAINER,
  'GET /api/centres/:centre/lessons': TRAINER,
  'GET /api/centres/:centre/figures': TRAINER,
  'POST /api/centres/:centre/figures/sheets': TRAINER,
  'GET /api/centres/:centre/demo': TRAINER,
  'PUT /api/centres/:centre/demo': TRAINER,
  'POST /api/centres/:centre/demo/resets': TRAINER,
  'DELETE /api/centres/:centre/demo': TRAINER,
  'GET /api/lesson-numbers/:number': SIGNED_IN,
  'GET /api/lessons/:lessonId/board': VIEWER,
  'POST /api/lessons/:lessonId/actions': TEACHER,
  'PUT /api/lessons/:lessonId/learners/:learnerId': SIGNED_IN,
  'GET /api/lessons/:lessonId/attendance': LEARNER,
  'PUT /api/lessons/:lessonId/attendance': LEARNER,
  'PUT /api/lessons/:lessonId/attendance/hand': LEARNER,
  'DELETE /api/lessons/:lessonId/attendance': LEARNER,
  'POST /api/lessons/:lessonId/tickets': { ...VIEWER, learner: 200 },
  'PUT /api/lesson-screens/:screenId': SIGNED_IN,
  'GET /api/lesson-screens/:screenId': statuses(401, 404, { screen: 200 }),
  'POST /api/lessons/:lessonId/screens': TEACHER,
  'PUT /api/centres/:centre/helps/:helpId': TRAINER,
  'GET /api/centres/:centre/helps': TRAINER,
  'DELETE /api/centres/:centre/helps/:helpId': TRAINER,
  'GET /api/shops/:shopId/helps': OWNER,
  'DELETE /api/shops/:shopId/helps/:helpId': OWNER,
  'GET /api/shops/:shopId/help-steps': OWNER,
  'PUT /api/shops/:shopId/handovers/:handoverId': OPENER,
  'PUT /api/shops/:shopId/draft-handovers/:handoverId': OPENER,
  'PUT /api/shops/:shopId/help-offers/:handoverId': OWNER,
  'GET /api/handovers/:handoverId': OPENER,
  'DELETE /api/handovers/:handoverId': OPENER,
  'POST /api/handover-codes/read': { ...SIGNED_IN, opener: 409 },
  'POST /api/handover-codes/accept': SIGNED_IN,
  'POST /api/handovers/:handoverId/received': LEARNER,
  'GET /api/shops/:shopId/paper-card': OWNER,
  'PUT /api/shops/:shopId/paper-cards/:cardId': OWNER,
  'DELETE /api/shops/:shopId/paper-card': OWNER,
  // the request is about the shop of another owner
  'DELETE /api/shops/:shopId/owners/me': statuses(401, 404),
  'POST /api/paper-cards/read': SIGNED_IN,
  'POST /api/paper-cards/answers': SIGNED_IN,
  'POST /api/paper-cards/redeem': statuses(401, 409, { learner: 200 }),
}
