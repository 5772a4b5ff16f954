import type { ShopEvent } from '@/domain/notification'
import { composeMessage, type Subject } from '../../../../server/modules/notifications/compose-message'
import type { MessageRow } from '../../../../server/modules/notifications/message-rows'
import { type ApiClient, signIn } from '../../support/api-client'
import { placeTestOrder, stepOrder } from '../../support/test-shop'
import { addBrowser, env, pass, setUp, shop, tearDown } from './push-story'

beforeEach(setUp)
afterEach(tearDown)

const messageOf = (subject_id: string) => ({ subject_id, created_at: 0 }) as MessageRow

/** Two orders of the shop, as subjects of messages. */
async function placeTwo(): Promise<Subject[]> {
  const buyer = await signIn(env.app)
  for (let i = 0; i < 2; i++) await placeTestOrder(shop, buyer)
  const orders = await env.deps.db.query.selectFrom('shop_order').selectAll().execute()
  return orders.map((order) => ({ order, message: messageOf(order.id) }))
}

describe('a message about several orders', () => {
  it.each<[ShopEvent, string]>([
    ['new-order', '&tab=orders'],
    ['expiring', '&tab=orders'],
    ['cancel-asked', '&tab=orders&filter=cancel-request'],
    ['claim', '&tab=orders&filter=refund'],
    // 今天 lists them
    ['change-asked', ''],
    ['refund-failed', ''],
  ])('links to the list of these orders for the event %s', async (event, query) => {
    const owned = { id: shop.shopId, name: '家乡山货铺' }
    expect(composeMessage(event, await placeTwo(), { shop: owned, showText: (text) => text })).toMatchObject({
      page: `pages/merchant/shop?shop=${shop.shopId}${query}`,
      path: `/merchant?shop=${shop.shopId}${query}`,
    })
  })

  it('is sent to the browser of the owner with the path of the list', async () => {
    const buyer = await signIn(env.app)
    const step = (client: ApiClient, id: string, action: string) => stepOrder(shop, client, id, action)
    const orders = [await placeTestOrder(shop, buyer), await placeTestOrder(shop, buyer)]
    for (const { id } of orders) await step(shop.owner, id, 'accept')
    const browser = await addBrowser(shop.owner)
    for (const { id } of orders) await step(buyer, id, 'ask-cancel')
    await pass(1000)
    expect(browser.received()).toMatchObject([
      { path: `/merchant?shop=${shop.shopId}&tab=orders&filter=cancel-request` },
    ])
  })
})
