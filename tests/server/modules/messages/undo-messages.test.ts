import { signIn } from '../../support/api-client'
import { newId } from '../../support/test-environment'
import { placeTestOrder } from '../../support/test-shop'
import { addBrowser, env, pass, setUp, shop, tearDown } from './push-story'

beforeEach(setUp)
afterEach(tearDown)

/** An order whose buyer has a browser, and the steps that its owner takes. */
async function placeOrder() {
  const buyer = await signIn(env.app)
  const browser = await addBrowser(buyer)
  const { id } = await placeTestOrder(shop, buyer)
  const step = (action: string) =>
    shop.owner.call(`POST /api/shops/${shop.shopId}/orders/${id}/steps`, { id: newId(), action })
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
