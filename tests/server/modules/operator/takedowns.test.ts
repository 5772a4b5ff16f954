import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAuditTrail } from '../../../../server/modules/operator/audit-trail'
import { unblockedWords } from '../../../../src/locales/operator/unblocked'
import { signIn } from '../../support/api-client'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { placeTestOrder, readToday, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)

type Operator = Awaited<ReturnType<typeof signInOperator>>

const setBlocked = (operator: Operator, blocked: boolean) =>
  operator.call(`PUT /api/operator/shops/${shop.shopId}/block`, {
    ...{ blocked, reason: '有人举报', ownerReason: '野生动物不能卖，见《野生动物保护法》' },
  })

const appeal = (note: string) => shop.owner.call(`PUT /api/shops/${shop.shopId}/block/appeal`, { note })

const readBlock = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/hidden-parts`)).json().block

const waiting = async (operator: Operator) =>
  (await operator.call('GET /api/operator')).json().waiting.appeals

describe('the block of a shop', () => {
  it('is read by its owner with the reason, and by nobody else', async () => {
    const operator = await signInOperator(env)
    await setBlocked(operator, true)
    const blockedAt = env.deps.clock()
    expect(await readBlock()).toEqual({ blockedAt, reason: '野生动物不能卖，见《野生动物保护法》' })
    expect(await readToday(shop)).toMatchObject({ blocked: true, blockedReason: expect.any(String) })
    const stranger = await signIn(env.app)
    expect((await stranger.call(`GET /api/shops/${shop.shopId}/hidden-parts`)).statusCode).toBe(404)
  })

  it('waits for an operator once its owner disagrees, with her last words', async () => {
    const operator = await signInOperator(env)
    expect((await appeal('没有卖')).json().code).toBe('not-found')
    await setBlocked(operator, true)
    const blockedAt = env.deps.clock()
    await appeal('没有卖')
    env.advance(1000)
    const appealedAt = env.deps.clock()
    expect((await appeal('那是家养的野鸡，有证')).json()).toEqual({ appealedAt })
    expect(await readBlock()).toMatchObject({ appealedAt })
    expect(await waiting(operator)).toBe(1)
    expect((await operator.call('GET /api/operator/appeals')).json().items).toEqual([
      {
        ...{ id: shop.shopId, slug: shop.slug, name: expect.any(String), blockedAt, appealedAt },
        ...{ reason: '有人举报', ownerReason: '野生动物不能卖，见《野生动物保护法》' },
        note: '那是家养的野鸡，有证',
      },
    ])
  })

  it('ends with its appeal when the operator agrees', async () => {
    const operator = await signInOperator(env)
    await setBlocked(operator, true)
    await appeal('没有卖')
    await setBlocked(operator, false)
    expect(await waiting(operator)).toBe(0)
    expect(await readBlock()).toBeUndefined()
    // an earlier appeal says nothing about a later block
    await setBlocked(operator, true)
    expect(await waiting(operator)).toBe(0)
    expect(await readBlock()).not.toHaveProperty('appealedAt')
  })

  it('tells its owner at its end, in place of what she was told while it lasted', async () => {
    const operator = await signInOperator(env)
    const tell = (text: string) =>
      operator.call(`PUT /api/operator/shops/${shop.shopId}/messages/${newId()}`, {
        text,
        answersAppeal: true,
      })
    await setBlocked(operator, true)
    await tell('证书是别人的')
    env.advance(1000)
    await tell('还差一页')
    const unread = env.deps.db.query.selectFrom('shop_message').select('text').where('read_at', 'is', null)
    expect(await unread.execute()).toEqual([{ text: '还差一页' }])
    env.advance(1000)
    await setBlocked(operator, false)
    expect(await unread.execute()).toEqual([{ text: unblockedWords.text }])
    expect(await readToday(shop)).toMatchObject({ message: { text: unblockedWords.text } })
  })

  it('stays when the operator does not, who tells the owner why; she may disagree again', async () => {
    const operator = await signInOperator(env)
    await setBlocked(operator, true)
    await appeal('没有卖')
    const text = '证书是别人的，请上传自己的'
    const answer = { text, answersAppeal: true }
    await operator.call(`PUT /api/operator/shops/${shop.shopId}/messages/${newId()}`, answer)
    expect(await waiting(operator)).toBe(0)
    expect(await readToday(shop)).toMatchObject({ blocked: true, message: { text } })
    expect(await readBlock()).not.toHaveProperty('appealedAt')
    await appeal('这次是自己的')
    expect(await waiting(operator)).toBe(1)
    expect((await operator.call('GET /api/operator/appeals')).json().items).toMatchObject([
      { note: '这次是自己的', answered: text },
    ])
    expect((await operator.call('GET /api/operator/audit')).json().items[0]).toMatchObject({
      ...{ action: 'keep-block', subject: shop.slug },
    })
  })
})

describe('the removal of a shop', () => {
  const remove = (operator: Operator) =>
    operator.call(`POST /api/operator/shops/${shop.shopId}/removal`, { id: newId(), reason: '骗钱的店' })

  it('writes the shop and its orders into a folder, deletes it, and is in the audit trail', async () => {
    const operator = await signInOperator(env)
    const buyer = await signIn(env.app)
    const order = await placeTestOrder(shop, buyer)
    const { files } = (await remove(operator)).json<{ files: string[] }>()
    expect(files).toEqual([expect.stringMatching(/\.zip$/), expect.stringMatching(/-orders\.json$/)])
    const [, orders = ''] = files
    expect(JSON.parse(readFileSync(join(env.deps.exports.removedFolder, orders), 'utf8'))).toMatchObject([
      { id: order.id },
    ])
    expect((await operator.call(`GET /api/operator/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect((await remove(operator)).statusCode).toBe(404)
    expect((await operator.call('GET /api/operator/audit')).json().items[0]).toMatchObject({
      ...{ action: 'remove', subject: shop.slug, operator: '值班员' },
    })
    expect(await checkAuditTrail(env.deps, env.deps.db.query)).not.toHaveProperty('firstWrong')
  })

  it('is refused while money of an order is under way, and the shop stays open', async () => {
    const operator = await signInOperator(env)
    const { id } = await placeTestOrder(shop, await signIn(env.app))
    await env.deps.db.query
      .updateTable('shop_order')
      .set({ payment_method: 'wechat', payment_state: 'pending' } as object)
      .where('id', '=', id)
      .execute()
    expect((await remove(operator)).json().code).toBe('not-allowed-now')
    expect((await operator.call(`GET /api/operator/shops/${shop.shopId}`)).json().shop).not.toHaveProperty(
      'blockedAt',
    )
    await placeTestOrder(shop, await signIn(env.app))
  })
})
