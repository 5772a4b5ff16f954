import { signIn } from '../support/api-client'
import { addBrowser, env, pass, setUp, shop, tearDown } from '../support/push-story'
import { newId } from '../support/test-environment'
import { placeTestOrder, receiver } from '../support/test-shop'

beforeEach(setUp)
afterEach(tearDown)

it('notifies the buyer of a change that the shop declines by sending the order', async () => {
  const buyer = await signIn(env.app)
  const browser = await addBrowser(buyer)
  const { id } = await placeTestOrder(shop, buyer)
  const path = `/api/shops/${shop.shopId}/orders/${id}`
  const step = (action: string, more: object = {}) =>
    shop.owner.call(`POST ${path}/steps`, { id: newId(), action, ...more })
  await step('accept')
  await pass(1000)
  const requestId = newId()
  await buyer.call(`PUT ${path}/change-requests/${requestId}`, { receiver: { ...receiver, name: '王五' } })
  expect((await step('send', { declines: requestId })).statusCode).toBe(200)
  await pass(1000)
  expect(browser.titles().slice(1).sort()).toEqual(['店家答复了您要改的', '货已经上路了'].sort())
})
