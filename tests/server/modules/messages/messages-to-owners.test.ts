import { addJob } from '../../../../server/jobs/jobs'
import { notifyExpiring } from '../../../../server/modules/notifications/notify-expiring'
import { type ApiClient, signIn } from '../../support/api-client'
import { placeTestOrder } from '../../support/test-shop'
import { signInToMiniProgram } from '../../support/wechat'
import { env, pass, permit, setUp, shop, states, tearDown, wechat } from './wechat-story'

beforeEach(setUp)
afterEach(tearDown)

describe('WeChat messages to two owners of a shop', () => {
  let second: ApiClient

  beforeEach(async () => {
    second = await signInToMiniProgram(env, wechat.codes.issue('second'))
    await env.deps.db.query
      .insertInto('shop_owner')
      .values({ account_id: second.accountId, shop_id: shop.shopId, since: 0 })
      .execute()
  })

  async function permitBoth() {
    await permit(shop.owner, { openid: 'o-seller', count: 5 })
    await permit(second, { openid: 'o-second', count: 5 })
  }

  const receivers = () => wechat.messages.received.map(({ openid }) => openid).sort()

  it('sends one WeChat message to each of the two owners of a shop', async () => {
    await permitBoth()
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    await pass(60_000)
    expect(receivers()).toEqual(['o-second', 'o-seller'])
  })

  it.each([
    ['o-seller', 'o-second'],
    ['o-second', 'o-seller'],
  ])('sends to the other owner when %s has used all permissions', async (without, other) => {
    await permitBoth()
    const { accountId } = without === 'o-seller' ? shop.owner : second
    await env.deps.db.query
      .updateTable('channel')
      .set({ permits: 0 })
      .where('account_id', '=', accountId)
      .execute()
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    expect(receivers()).toEqual([other])
    expect((await states()).sort()).toEqual(['dropped', 'sent'])
  })

  it('queues no second warning about an expiring order', async () => {
    await permitBoth()
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    await env.deps.db.query
      .updateTable('shop_order')
      .set({ expires_at: env.deps.clock() + 3_600_000 })
      .execute()
    await notifyExpiring(env.deps)
    await pass(0)
    expect(receivers()).toHaveLength(4)
    await notifyExpiring(env.deps)
    const jobs = await env.deps.db.query.selectFrom('job').select('id').where('kind', '=', 'notify').execute()
    expect(jobs).toEqual([])
  })

  describe('a message written before an upgrade, with an id shared by both owners', () => {
    const HOUR = 3_600_000

    /** Places an order that the owner hears of before the upgrade; returns what repeats its job `notify`. */
    async function placeBefore() {
      const { query } = env.deps.db
      await permit(shop.owner, { openid: 'o-seller', count: 5 })
      await placeTestOrder(shop, await signIn(env.app))
      const notify = await query.selectFrom('job').selectAll().where('kind', '=', 'notify').execute()
      await pass(0)
      const { id, state } = await query
        .selectFrom('message')
        .select(['id', 'state'])
        .executeTakeFirstOrThrow()
      const former = id.replace(`${shop.owner.accountId}:`, '')
      await query.updateTable('message').set({ id: former }).execute()
      await query.deleteFrom('job').where('kind', '=', 'send-message').execute()
      const job = { id: `send-message:${former}`, kind: 'send-message', payload: { id: former } }
      if (state === 'queued') await addJob(query, { ...job, runAt: env.deps.clock() + 2 * HOUR })
      await permit(second, { openid: 'o-second', count: 5 })
      return () => query.insertInto('job').values(notify).execute()
    }

    it('is not sent again to its receiver when its event is notified again', async () => {
      const notifyAgain = await placeBefore()
      expect(receivers()).toEqual(['o-seller'])
      await notifyAgain()
      await pass(60_000)
      expect(receivers()).toEqual(['o-second', 'o-seller'])
    })

    it('is sent once to each owner when it was queued during quiet hours', async () => {
      for (const owner of [shop.owner, second])
        await owner.call('PUT /api/me/quiet-hours', { from: 9 * 60, until: 12 * 60 })
      const notifyAgain = await placeBefore()
      await notifyAgain()
      await pass(0)
      expect(receivers()).toEqual([])
      await pass(2 * HOUR)
      await pass(60_000)
      expect(receivers()).toEqual(['o-second', 'o-seller'])
    })
  })
})
