import { newId } from '../../support/test-environment'
import {
  entryFor,
  groupBuyDraft,
  joinAs,
  type OpenedGroupBuy,
  openGroupBuy,
  stepGroupBuy,
} from '../../support/test-group-buy'
import type { RequestMakers } from '../request-parts'
import type { Scenario } from '../scenario'

/** A group buy that is open, as the only one of the shop. */
async function openOne({ env, a: { shop, owner } }: Scenario): Promise<OpenedGroupBuy> {
  const { items } = (await owner.call(`GET /api/storefronts/${shop.slug}/group-buys`)).json<{
    items: { id: string }[]
  }>()
  for (const { id } of items)
    await stepGroupBuy({ shop, route: `/api/shops/${shop.shopId}/group-buys/${id}` }, 'call-off')
  return openGroupBuy(env, shop)
}

const keyOf = ({ shop, groupBuyId }: OpenedGroupBuy) => ({ shopId: shop.shopId, groupBuyId })

const pageOf = ({ shop, groupBuyId }: OpenedGroupBuy) => ({ slug: shop.slug, groupBuyId })

const draftOf = ({ env, a: { shop } }: Scenario) => ({ version: 0, ...groupBuyDraft(shop, env) })

/** An entry of the buyer, whose name and phone only the shop may read. */
async function joined(scenario: Scenario) {
  const groupBuy = await openOne(scenario)
  const orderId = newId()
  const { receiver } = scenario.a.order
  await joinAs(
    groupBuy,
    scenario.a.buyer,
    1,
    { receiver: { name: receiver.name, phone: receiver.phone } },
    orderId,
  )
  return { groupBuy, params: { ...keyOf(groupBuy), orderId } }
}

/** Valid requests about group buys. */
export const groupBuyRequests: RequestMakers = {
  'PUT /api/shops/:shopId/group-buys/:groupBuyId': (scenario) => ({
    params: { shopId: scenario.a.shop.shopId, groupBuyId: newId() },
    body: draftOf(scenario),
  }),
  'GET /api/shops/:shopId/group-buys/:groupBuyId': async (scenario) => ({
    params: keyOf(await openOne(scenario)),
  }),
  'DELETE /api/shops/:shopId/group-buys/:groupBuyId': async (scenario) => {
    const params = { shopId: scenario.a.shop.shopId, groupBuyId: newId() }
    const route = `/api/shops/${params.shopId}/group-buys/${params.groupBuyId}`
    await scenario.a.owner.call(`PUT ${route}`, draftOf(scenario))
    return { params }
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/steps': async (scenario) => ({
    params: keyOf(await openOne(scenario)),
    body: { id: newId(), action: 'close' },
  }),
  'GET /api/storefronts/:slug/group-buys/:groupBuyId': async (scenario) => ({
    params: pageOf((await joined(scenario)).groupBuy),
  }),
  'GET /api/storefronts/:slug/group-buys/:groupBuyId/message': async (scenario) => ({
    params: pageOf((await joined(scenario)).groupBuy),
  }),
  'GET /api/shops/:shopId/group-buys/:groupBuyId/entries': async (scenario) => ({
    params: keyOf((await joined(scenario)).groupBuy),
  }),
  'GET /api/shops/:shopId/group-buys/:groupBuyId/mine': async (scenario) => ({
    params: keyOf((await joined(scenario)).groupBuy),
  }),
  'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': async (scenario) => {
    const groupBuy = await openOne(scenario)
    return {
      sender: scenario.a.buyer,
      params: { ...keyOf(groupBuy), orderId: newId() },
      body: entryFor(groupBuy, 1, { note: '放门口' }),
    }
  },
  'DELETE /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': async (scenario) => ({
    sender: scenario.a.buyer,
    params: (await joined(scenario)).params,
  }),
  'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders': async (scenario) => ({
    params: keyOf((await joined(scenario)).groupBuy),
  }),
  'POST /api/shops/:shopId/group-buys/:groupBuyId/chat-list': async (scenario) => ({
    params: keyOf(await openOne(scenario)),
    body: { text: '1. 王婶 核桃两斤' },
  }),
  'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted': async (scenario) => ({
    params: keyOf(await openOne(scenario)),
    body: {
      entries: [
        {
          orderId: newId(),
          name: '王婶',
          lines: [{ skuId: scenario.a.shop.skuId, quantity: 1 }],
          note: '放门口',
        },
      ],
    },
  }),
  'POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs': async (scenario) => {
    const { groupBuy, params } = await joined(scenario)
    return {
      params: keyOf(groupBuy),
      body: { ticks: [{ id: newId(), orderId: params.orderId, kind: 'hand-out' }] },
    }
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/sheets': async (scenario) => ({
    params: keyOf(await openOne(scenario)),
  }),
}
