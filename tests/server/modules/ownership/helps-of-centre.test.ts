import type { ApiClient } from '../../support/api-client'
import { COUNTY, signInStaff, TOWN } from '../../support/centre'
import { openHelpedShop, recordTestConsent, takeOver } from '../../support/stories/helped-shop'
import { environmentPerTest, newId } from '../../support/test-environment'

const env = environmentPerTest()

describe('GET /api/centres/:centre/helps', () => {
  const listOf = async (client: ApiClient, centre = TOWN) =>
    (await client.call(`GET /api/centres/${centre}/helps`)).json<{
      items: { shopId: string; mayAct: boolean }[]
    }>().items

  it('lists to a trainer the helps of that trainer, and to keeper and county all helps', async () => {
    const mine = await openHelpedShop(env)
    const other = await openHelpedShop(env)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const county = await signInStaff(env, COUNTY, 'county')
    expect(await listOf(mine.helper)).toEqual([
      expect.objectContaining({
        ...{ shopId: mine.shopId, mayAct: true },
        shop: { slug: mine.slug, name: '核桃小店', trade: 'nuts', hasCard: false },
      }),
    ])
    const all = [mine.shopId, other.shopId].sort()
    for (const client of [keeper, county])
      expect((await listOf(client)).map(({ shopId }) => shopId).sort()).toEqual(all)
    expect(await listOf(county, COUNTY)).toHaveLength(2)
  })

  it('reports mayAct for helper and keeper, but not for the county', async () => {
    const { helper } = await openHelpedShop(env)
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const county = await signInStaff(env, COUNTY, 'county')
    for (const [client, mayAct] of [
      [helper, true] as const,
      [keeper, true] as const,
      [county, false] as const,
    ])
      expect(await listOf(client)).toMatchObject([{ mayAct }])
    expect(await listOf(county, COUNTY)).toMatchObject([{ mayAct: false }])
  })

  it('omits a shop that was taken over', async () => {
    const shop = await openHelpedShop(env)
    await takeOver(env, shop)
    expect(await listOf(shop.helper)).toEqual([])
  })

  it('lists a consent for which no shop was opened yet', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const { shopId } = await recordTestConsent(helper, newId(), { person: '收货人' })
    const [item] = await listOf(helper)
    expect(item).toMatchObject({ shopId, person: '收货人' })
    expect(item).not.toHaveProperty('shop')
  })
})
