import { newId } from '../../support/test-environment'
import { placeTestOrder, receiver } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import type { Scenario } from '../scenario'

async function placedOrder({ a: { shop, buyer } }: Scenario) {
  return { shopId: shop.shopId, orderId: (await placeTestOrder(shop, buyer)).id }
}

/** An order that the shop has accepted. */
async function acceptedOrder(scenario: Scenario) {
  const order = await placedOrder(scenario)
  const path = `/api/shops/${order.shopId}/orders/${order.orderId}/steps`
  await scenario.a.owner.call(`POST ${path}`, { id: newId(), action: 'accept' })
  return order
}

/** Sends a buyer's request to change an accepted order, and returns its path parameters. */
async function changeRequest(scenario: Scenario) {
  const params = { ...(await acceptedOrder(scenario)), requestId: newId() }
  const path = `/api/shops/${params.shopId}/orders/${params.orderId}/change-requests/${params.requestId}`
  await scenario.a.buyer.call(`PUT ${path}`, { receiver, note: '放门口' })
  return params
}

/** Valid requests to change orders. */
export const changeRequests: RequestMakers = {
  'PUT /api/shops/:shopId/orders/:orderId/details': async (scenario) => ({
    sender: scenario.a.buyer,
    params: await placedOrder(scenario),
    body: { version: 0, receiver, note: '放门口' },
  }),
  'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId': async (scenario) => ({
    sender: scenario.a.buyer,
    params: { ...(await acceptedOrder(scenario)), requestId: newId() },
    body: { receiver, note: '放门口' },
  }),
  'DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId': async (scenario) => ({
    sender: scenario.a.buyer,
    params: await changeRequest(scenario),
  }),
  'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers': async (scenario) => ({
    params: await changeRequest(scenario),
  }),
}
