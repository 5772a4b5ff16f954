import { recordShops } from '../../../../server/modules/appeals/record-shops'
import { signIn } from '../../support/api-client'
import { environmentPerTest } from '../../support/test-environment'
import { openShop, placeTestOrder } from '../../support/test-shop'

const env = environmentPerTest()

const readUses = async () =>
  env.deps.db.query
    .selectFrom('content_use')
    .innerJoin('content', 'content.id', 'content_use.content_id')
    .select(['text', 'place', 'shop_id', 'account_id', 'verdict'])
    .where('shop_id', '!=', '')
    .orderBy('text')
    .execute()

describe('recordShops', () => {
  it('records the texts of shops of which none is recorded, for a check', async () => {
    const shop = await openShop(env, { request: { name: '核桃小店', place: '城关镇' } })
    await env.deps.db.query.deleteFrom('content_use').execute()
    await env.deps.db.query.deleteFrom('content').execute()
    // a buyer has ordered since
    await placeTestOrder(shop, await signIn(env.app), { note: '早点送' })
    await recordShops(env.deps, env.app.log)
    const uses = await readUses()
    const of = { shop_id: shop.shopId, account_id: shop.owner.accountId, verdict: 'pending' }
    expect(uses).toEqual(
      expect.arrayContaining([
        { ...of, text: '核桃小店', place: 'shop-name' },
        { ...of, text: '城关镇', place: 'shop-place' },
        { ...of, text: '核桃', place: 'product-name' },
        { ...of, text: '斤', place: 'product-unit' },
      ]),
    )
  })

  it('leaves shops alone whose texts are recorded', async () => {
    await openShop(env, { request: { name: '核桃小店' } })
    await recordShops(env.deps, env.app.log)
    await env.deps.db.query.updateTable('content').set({ verdict: 'pass', text: null }).execute()
    const before = await readUses()
    env.advance(1000)
    await recordShops(env.deps, env.app.log)
    expect(await readUses()).toEqual(before)
  })
})
