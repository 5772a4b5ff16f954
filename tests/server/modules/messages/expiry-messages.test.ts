import { signIn } from '../../support/api-client'
import { placeTestOrder } from '../../support/test-shop'
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
