import { signIn } from '../../support/api-client'
import { newId } from '../../support/test-environment'
import { placeTestOrder, receiver, stepOrder } from '../../support/test-shop'
import { addBrowser, env, pass, setUp, shop, tearDown } from './push-story'

const HOUR = 3_600_000

beforeEach(setUp)
afterEach(tearDown)

it('notifies the owner and the buyer of an order that expired', async () => {
  await env.app.worker.start(1_000_000)
  const buyer = await signIn(env.app)
  const [seller, mine] = [await addBrowser(shop.owner), await addBrowser(buyer)]
  const { id } = await placeTestOrder(shop, buyer)
  for (let hours = 0; hours < 60; hours++) await pass(HOUR)
  expect(seller.titles()).toEqual(['来了一单', '有一单快要自动取消了', '有一单没接，自动取消了'])
  expect(seller.received().at(-1)).toMatchObject({ path: `/merchant-order?shop=${shop.shopId}&order=${id}` })
  expect(mine.titles()).toEqual(['订单取消了'])
})

/** An order whose buyer has a browser, and the steps that its owner takes. */
async function placeOrder() {
  const buyer = await signIn(env.app)
  const browser = await addBrowser(buyer)
  const { id } = await placeTestOrder(shop, buyer)
  const step = (action: string) => stepOrder(shop, shop.owner, id, action)
  return { browser, step }
}

it('says that a step was undone to a buyer who has read of it', async () => {
  const { browser, step } = await placeOrder()
  await step('accept')
  await pass(1000)
  await step('send')
  await pass(1000)
  await step('undo-send')
  await pass(1000)
  await step('undo-accept')
  await pass(60_000)
  expect(browser.titles()).toEqual([
    '店家接单了',
    '货已经上路了',
    '店家点错了，退回一步',
    '店家点错了，退回一步',
  ])
})

it('says nothing of a step that is undone before its message was sent', async () => {
  const { browser, step } = await placeOrder()
  await step('accept')
  await step('send')
  await step('undo-send')
  await step('undo-accept')
  await pass(60_000)
  expect(browser.titles()).toEqual([])
})

it('drops the message of an undone step that was taken again meanwhile', async () => {
  const { browser, step } = await placeOrder()
  await step('accept')
  await pass(1000)
  await step('undo-accept')
  await step('accept')
  await pass(60_000)
  expect(browser.titles()).toEqual(['店家接单了', '店家接单了'])
})

it('notifies the buyer when the shop declines a change by sending the order', async () => {
  const buyer = await signIn(env.app)
  const browser = await addBrowser(buyer)
  const { id } = await placeTestOrder(shop, buyer)
  const path = `/api/shops/${shop.shopId}/orders/${id}`
  await stepOrder(shop, shop.owner, id, 'accept')
  await pass(1000)
  const requestId = newId()
  await buyer.call(`PUT ${path}/change-requests/${requestId}`, {
    receiver: { ...receiver, name: '收货人二' },
  })
  expect((await stepOrder(shop, shop.owner, id, 'send', { declines: requestId })).statusCode).toBe(200)
  await pass(1000)
  expect(browser.titles().slice(1).sort()).toEqual(['店家答复了您要改的', '货已经上路了'].sort())
})

it('notifies the owner of a change request, unless the buyer has withdrawn it', async () => {
  const title = '有买家想改一改'
  const buyer = await signIn(env.app)
  const browser = await addBrowser(shop.owner)
  const { id } = await placeTestOrder(shop, buyer)
  const path = `/api/shops/${shop.shopId}/orders/${id}`
  await stepOrder(shop, shop.owner, id, 'accept')
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
