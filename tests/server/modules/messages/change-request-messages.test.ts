import { signIn } from '../../support/api-client'
import { newId } from '../../support/test-environment'
import { placeTestOrder, receiver } from '../../support/test-shop'
import { addBrowser, env, pass, setUp, shop, tearDown } from './push-story'

beforeEach(setUp)
afterEach(tearDown)

it('notifies the buyer when the shop declines a change by sending the order', async () => {
  const buyer = await signIn(env.app)
  const browser = await addBrowser(buyer)
  const { id } = await placeTestOrder(shop, buyer)
  const path = `/api/shops/${shop.shopId}/orders/${id}`
  const step = (action: string, more: object = {}) =>
    shop.owner.call(`POST ${path}/steps`, { id: newId(), action, ...more })
  await step('accept')
  await pass(1000)
  const requestId = newId()
  await buyer.call(`PUT ${path}/change-requests/${requestId}`, {
    receiver: { ...receiver, name: '收货人二' },
  })
  expect((await step('send', { declines: requestId })).statusCode).toBe(200)
  await pass(1000)
  expect(browser.titles().slice(1).sort()).toEqual(['店家答复了您要改的', '货已经上路了'].sort())
})

it('notifies the owner of a change request, unless the buyer has withdrawn it', async () => {
  const title = '有买家想改一改'
  const buyer = await signIn(env.app)
  const browser = await addBrowser(shop.owner)
  const { id } = await placeTestOrder(shop, buyer)
  const path = `/api/shops/${shop.shopId}/orders/${id}`
  await shop.owner.call(`POST ${path}/steps`, { id: newId(), action: 'accept' })
  const ask = async () => {
    const route = `${path}/change-requests/${newId()}`
    await buyer.call(`PUT ${route}`, { receiver: { ...receiver, name: '收货人二' } })
    return route
  }
  expect((await buyer.call(`DELETE ${await ask()}`)).statusCode).toBe(200)
  await pass(1000)
  expect(browser.titles()).not.toContain(title)
  await ask()
  await pass(1000)
  expect(browser.titles()).toContain(title)
})
