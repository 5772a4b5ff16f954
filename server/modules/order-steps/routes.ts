import type { FastifyRequest } from 'fastify'
import { slotRuleOf } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { addressHash } from '../../http/limits/address-hash'
import { FIRST_VERSION } from '../../http/released-clients/client-version'
import { widenFilter } from '../../http/released-clients/first-release'
import { claimsOf, toClaim } from '../claims/store'
import { withNextSlot } from '../orders/choose-slot'
import type { PlaceOrderInput } from '../orders/order-facts'
import { toOrderAt } from '../orders/order-row'
import { placeOrder } from '../orders/place-order'
import { linkOrderSheet } from '../orders/serve-order-sheets'
import { mustFindOrder, ordersPage } from '../orders/store'
import { isHeld } from '../parcels/held-money'
import { otherMethods } from '../payments/change-method'
import { payLinkKey } from '../payments/pay-link'
import { readRefunds } from '../payments/read-refunds'
import { findFailed } from '../payments/redirect-refunds'
import { withShopLock } from '../shops/shop-lock'
import { mustFindShop, toShop } from '../shops/store'
import { answerOrders } from './answer-orders'
import { applyOrderStep } from './apply-order-step'
import { blockBuyer, blockedBuyers, isBlocked, unblockBuyer } from './block-buyer'
import { applyFirstReleaseStep } from './first-release-steps'
import { makeClaim } from './make-claim'
import { refundableAmount } from './refundable-amount'

/** Address hash for the limits on waiting orders; empty when limits are off. */
const addressHashOf = (
  { settings, secret }: AppDependencies,
  request: FastifyRequest,
): Pick<PlaceOrderInput, 'addressHash'> =>
  settings.rateLimits ? { addressHash: addressHash(secret, request) } : {}

const isFirstRelease = ({ apiVersion }: FastifyRequest): boolean => apiVersion === FIRST_VERSION

async function readShopSummary(query: Query, { shopId, fulfilment }: Pick<Order, 'shopId' | 'fulfilment'>) {
  const shop = toShop(await mustFindShop(query, shopId))
  const { name, slug, trade, phone, wechatId, pickupPlace } = shop
  return {
    name,
    slug,
    trade,
    ...(phone === undefined ? {} : { phone }),
    ...(wechatId === undefined ? {} : { wechatId }),
    ...(pickupPlace === undefined ? {} : { pickupPlace }),
    ...(slotRuleOf(shop.deliverySlots, fulfilment) ? { hasSlots: true } : {}),
  }
}

export function orderHandlers(deps: AppDependencies) {
  const { db, clock } = deps

  return {
    'PUT /api/shops/:shopId/orders/:orderId': async ({ params, body, auth, request }) =>
      placeOrder(deps, {
        ...params,
        accountId: auth.accountId,
        request: isFirstRelease(request) ? await withNextSlot(deps, { ...params, request: body }) : body,
        ...addressHashOf(deps, request),
      }),
    'GET /api/shops/:shopId/orders': ({ params: { shopId }, query, request }) =>
      ordersPage(db.query, shopId, isFirstRelease(request) ? widenFilter(query) : query, clock()),
    'GET /api/shops/:shopId/orders/:orderId': async ({ params: { shopId, orderId }, auth }) => {
      const row = await mustFindOrder(db.query, shopId, orderId)
      const blocked = auth.role === 'owner' && (await isBlocked(db.query, shopId, row.buyer_id))
      const refundable = await refundableAmount(db.query, row)
      const claims = (await claimsOf(db.query, row)).map(toClaim)
      const order = toOrderAt(row, clock())
      const isPayer = auth.role === 'buyer' && row.payment_state === 'pending'
      const others = isPayer ? otherMethods(deps, await mustFindShop(db.query, shopId), row) : []
      return {
        ...(await readRefunds(db.query, row, auth.role)),
        ...(auth.role === 'owner' && (await findFailed(deps, { shopId, orderId })).length > 0
          ? { canNameCard: true }
          : {}),
        ...(refundable > 0 ? { refundable } : {}),
        ...(claims.length > 0 ? { claims } : {}),
        ...(isPayer ? { payLinkKey: payLinkKey(deps.secret, { shopId, orderId }) } : {}),
        ...(others.length > 0 ? { otherMethods: others } : {}),
        ...{ order, role: auth.role, shop: await readShopSummary(db.query, order) },
        ...(blocked ? { buyerBlocked: true } : {}),
        ...(auth.role === 'owner' && (await isHeld(db.query, row)) ? { isHeld: true } : {}),
      }
    },
    'POST /api/shops/:shopId/orders/:orderId/steps': ({ params, body, auth, request }) =>
      withShopLock(db, params.shopId, (tx) => {
        const { accountId, role: actor } = auth
        const step = { ...params, ...body, actor, now: clock() }
        return isFirstRelease(request)
          ? applyFirstReleaseStep(tx, { ...step, accountId })
          : applyOrderStep(tx, step)
      }),
    'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': ({ params, body, auth }) =>
      withShopLock(db, params.shopId, (tx) =>
        makeClaim(tx, { ...params, request: body, ...auth, now: clock() }),
      ),
    'POST /api/shops/:shopId/orders/answers': ({ params: { shopId }, body }) =>
      withShopLock(db, shopId, (tx) => answerOrders(tx, { shopId, ...body, now: clock() })),
    'POST /api/shops/:shopId/orders/sheets': ({ params: { shopId }, body, auth, request }) =>
      linkOrderSheet(deps, request, { shopId, accountId: auth.accountId, filter: body }),
    'GET /api/shops/:shopId/blocked-buyers': ({ params: { shopId } }) => blockedBuyers(db.query, shopId),
    'PUT /api/shops/:shopId/blocked-buyers/:orderId': ({ params, body }) =>
      withShopLock(db, params.shopId, (tx) => blockBuyer(tx, { ...params, ...body, now: clock() })),
    'DELETE /api/shops/:shopId/blocked-buyers/:orderId': ({ params: { shopId, orderId } }) =>
      withShopLock(db, shopId, (tx) => unblockBuyer(tx, shopId, orderId)),
  } satisfies Partial<Handlers>
}
