import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import { perTest } from '../../../support/per-test'
import { answered } from '../../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import {
  groupBuyDraft,
  joinAs,
  joinAsNew,
  type OpenedGroupBuy,
  openGroupBuy,
  stepGroupBuy,
} from '../../support/test-group-buy'
import { type OpenedShop, openShop } from '../../support/test-shop'

const APP = { appid: 'wxplatform0001', secret: 'a secret of tests' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface Story {
  wechat: WechatSimulator
  env: TestEnvironment
}

let now = () => Date.now()
const story = perTest<Story>(async () => {
  const wechat = await startWechatSimulator([APP], () => now())
  const gateway = createWechatGateway(
    { miniPrograms: [APP], baseUrl: wechat.origin, openUrl: wechat.origin },
    () => now(),
  )
  const env = await createTestEnvironment({ wechat: gateway })
  now = env.deps.clock
  return { wechat, env }
})
afterEach(async () => {
  await story.env.app.close()
  await story.wechat.close()
})

const limited = (shop: OpenedShop, changes: object = {}) => ({
  goods: [{ skuId: shop.skuId, price: 2000, maxPerPerson: 10, max: 12 }],
  endsAt: story.env.deps.clock() + 20 * HOUR,
  ...changes,
})

async function openLimited(changes: object = {}): Promise<OpenedGroupBuy> {
  const shop = await openShop(story.env, { stock: 20 })
  return openGroupBuy(story.env, shop, limited(shop, changes))
}

const readMessage = async ({ shop, groupBuyId }: OpenedGroupBuy, env = story.env) =>
  answered<{ activityId?: string; entries?: number; limit?: number }>(
    env.app.inject({ url: `/api/storefronts/${shop.slug}/group-buys/${groupBuyId}/message` }),
  )

const shownBy = (id = '') => story.wechat.updatableMessages.activities.get(id)

describe('the cards of a group buy in chats', () => {
  it('have one activity for all who send them, with the entries that stand and that can stand at most', async () => {
    const groupBuy = await openLimited()
    await joinAsNew(story.env, groupBuy, 2)
    const both = await Promise.all([readMessage(groupBuy), readMessage(groupBuy)])
    expect(both[0]).toEqual({ activityId: expect.any(String), entries: 1, limit: 11 })
    expect(both[1]).toEqual(both[0])
    expect(await readMessage(groupBuy)).toEqual(both[0])
  })

  it('show how many have joined, within a minute of a change and only then', async () => {
    const groupBuy = await openLimited()
    const { activityId } = await readMessage(groupBuy)
    await joinAsNew(story.env, groupBuy, 3)
    await story.env.runAfter(MINUTE)
    expect(shownBy(activityId)).toMatchObject({
      state: 0,
      parameters: { member_count: '1', room_limit: '10' },
    })
    await story.env.runAfter(MINUTE)
    expect(story.wechat.updatableMessages.updates).toBe(1)
    const { buyer, order } = await joinAsNew(story.env, groupBuy, 1)
    await buyer.call(`DELETE ${groupBuy.route}/entries/${order.id}`)
    await joinAsNew(story.env, groupBuy, 2)
    await story.env.runAfter(MINUTE)
    expect(shownBy(activityId)?.parameters).toEqual({ member_count: '2', room_limit: '9' })
  })

  it('say that it has begun and open its page once it is closed, and are left alone then', async () => {
    const groupBuy = await openLimited()
    const { activityId } = await readMessage(groupBuy)
    await joinAsNew(story.env, groupBuy)
    await answered(stepGroupBuy(groupBuy, 'close'))
    await story.env.runAfter(MINUTE)
    const { slug } = groupBuy.shop
    expect(shownBy(activityId)).toMatchObject({
      state: 1,
      parameters: {
        path: `pages/group-buy/index?slug=${slug}&id=${groupBuy.groupBuyId}`,
        version_type: 'release',
      },
    })
    const { updates } = story.wechat.updatableMessages
    await story.env.runAfter(HOUR)
    expect(story.wechat.updatableMessages.updates).toBe(updates)
  })

  it('are left to end by themselves when it is called off', async () => {
    const groupBuy = await openLimited()
    const { activityId } = await readMessage(groupBuy)
    await answered(stepGroupBuy(groupBuy, 'call-off'))
    await story.env.runAfter(MINUTE)
    expect(shownBy(activityId)?.state).toBe(0)
    expect(story.wechat.updatableMessages.updates).toBe(0)
  })

  it('are plain ones while it ends in more than a day, limits no entries, is closed, or is a draft', async () => {
    const shop = await openShop(story.env, { stock: 20 })
    const none = async (groupBuy: OpenedGroupBuy) => expect(await readMessage(groupBuy)).toEqual({})
    await none(await openGroupBuy(story.env, shop))
    await none(await openGroupBuy(story.env, shop, { endsAt: story.env.deps.clock() + HOUR }))
    const closed = await openGroupBuy(story.env, shop, limited(shop))
    await answered(stepGroupBuy(closed, 'close'))
    await none(closed)
    const draft = newId()
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/group-buys/${draft}`, {
      version: 0,
      ...groupBuyDraft(shop, story.env, limited(shop)),
    })
    const answer = await story.env.app.inject({
      url: `/api/storefronts/${shop.slug}/group-buys/${draft}/message`,
    })
    expect(answer.statusCode).toBe(404)
    expect(story.wechat.updatableMessages.activities.size).toBe(0)
  })

  it('are plain ones while WeChat refuses, and kept current from the next one on', async () => {
    const groupBuy = await openLimited()
    story.wechat.updatableMessages.fault = { errcode: 45009, errmsg: 'reach max api daily quota limit' }
    expect(await readMessage(groupBuy)).toEqual({})
    story.wechat.updatableMessages.fault = undefined
    const first = await readMessage(groupBuy)
    expect(first.activityId).toBeDefined()
    story.wechat.updatableMessages.fault = { errcode: 47503, errmsg: 'activity id invalid' }
    await joinAsNew(story.env, groupBuy)
    await story.env.runAfter(MINUTE)
    story.wechat.updatableMessages.fault = undefined
    const second = await readMessage(groupBuy)
    expect(second.activityId).not.toBe(first.activityId)
    await joinAsNew(story.env, groupBuy)
    await story.env.runAfter(MINUTE)
    expect(shownBy(second.activityId)?.parameters).toMatchObject({ member_count: '2' })
  })

  it('have a new activity when the first has ended, as after it was prolonged', async () => {
    const groupBuy = await openLimited({ minimum: { kind: 'entries', value: 5 } })
    const first = await readMessage(groupBuy)
    await story.env.runAfter(20 * HOUR)
    await answered(stepGroupBuy(groupBuy, 'prolong', { endsAt: story.env.deps.clock() + 20 * HOUR }))
    await story.env.runAfter(5 * HOUR)
    const second = await readMessage(groupBuy)
    expect(second.activityId).not.toBe(first.activityId)
    await answered(joinAs(groupBuy, (await joinAsNew(story.env, groupBuy)).buyer))
    await story.env.runAfter(MINUTE)
    expect(shownBy(second.activityId)?.parameters).toMatchObject({ member_count: '2' })
  })
})

it('sends plain cards from an installation without a mini-program', async () => {
  const env = await createTestEnvironment()
  const shop = await openShop(env, { stock: 20 })
  const goods = [{ skuId: shop.skuId, price: 2000, maxPerPerson: 10, max: 12 }]
  const groupBuy = await openGroupBuy(env, shop, { goods, endsAt: env.deps.clock() + HOUR })
  expect(await readMessage(groupBuy, env)).toEqual({})
  await env.app.close()
})
