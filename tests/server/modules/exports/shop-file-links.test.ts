import { monthOf } from '@/domain/month'
import { type ApiClient, signInPerTest } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)
const second = signInPerTest(env)
beforeEach(async () => {
  await second.call('POST /api/sessions', { provider: 'key', key: shop.key })
})

const linkRoutes = (): [string, object][] => [
  [`POST /api/shops/${shop.shopId}/exports`, { id: newId() }],
  [`POST /api/shops/${shop.shopId}/orders/sheets`, { state: 'done' }],
  [`POST /api/shops/${shop.shopId}/money/${monthOf(env.deps.clock())}/sheets`, { id: newId() }],
]

const linksOf = async (owner: ApiClient) =>
  Promise.all(
    linkRoutes().map(
      async ([route, body]) => new URL((await owner.call(route, body)).json<{ url: string }>().url).pathname,
    ),
  )

const statusesOf = async (paths: readonly string[]) =>
  Promise.all(paths.map(async (url) => (await env.app.inject({ method: 'GET', url })).statusCode))

describe('a link to a file of a shop', () => {
  it('ends when the account that requested it no longer owns the shop', async () => {
    const [own, removed] = [await linksOf(shop.owner), await linksOf(second)]
    expect(await statusesOf(removed)).toEqual([200, 200, 200])
    const answer = await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
    expect(answer.json()).toEqual({ removed: 1 })
    expect(await statusesOf(removed)).toEqual([404, 404, 404])
    expect(await statusesOf(own)).toEqual([200, 200, 200])
  })

  it('cannot be changed into the link of another owner', async () => {
    const forged = (await linksOf(second)).map((path) => path.replace(second.accountId, shop.owner.accountId))
    expect(await statusesOf(forged)).toEqual([404, 404, 404])
  })
})
