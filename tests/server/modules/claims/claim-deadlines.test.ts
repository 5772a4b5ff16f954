import { placeTestOrder, readToday, stockOf } from '../../support/test-shop'
import { buyer, claim, deliver, env, HOUR, pass, read, setUp, shop, step, tearDown } from './claim-story'

beforeEach(setUp)
afterEach(tearDown)

describe('claim deadline of three days', () => {
  const returning = { wish: 'return', reason: 'wrong' }
  const resending = { wish: 'resend', reason: 'missing', amount: 0 }

  it.each([
    ['agrees to a refund', {}, [], 'agreed'],
    ['agrees to a return', returning, [], 'returning'],
    ['agrees to sending again', resending, [], 'resending'],
    ['withdraws a claim whose offer the buyer ignores', {}, [['owner', 'offer', { amount: 100 }]], 'none'],
    ['withdraws a return that is not sent back', returning, [['owner', 'agree-return', {}]], 'none'],
    [
      'pays for goods that were sent back',
      returning,
      [
        ['owner', 'agree-return', {}],
        ['buyer', 'send-back', { note: '快递 123' }],
      ],
      'agreed',
    ],
    ['pays for goods that are not sent again', resending, [['owner', 'agree-resend', {}]], 'agreed'],
  ] as [string, object, ['owner' | 'buyer', string, object][], string][])(
    '%s after three days and two reminders',
    async (_, wish, steps, end) => {
      const id = await deliver()
      await claim(id, wish)
      for (const [who, action, details] of steps) {
        await pass(1)
        await step(who === 'owner' ? shop.owner : buyer, id, action, details)
      }
      const before = (await read(id)).order
      expect(before.answerBy).toBe(env.deps.clock() + 72 * HOUR)
      await pass(71)
      expect((await read(id)).order.afterSale).toBe(before.afterSale)
      await pass(1)
      const { order } = await read(id)
      expect(order.afterSale).toBe(end)
      const added = order.history.slice(before.history.length)
      expect(
        added.map(({ action, by, at }) => [action, by, Math.round((at - before.updatedAt) / HOUR)]),
      ).toEqual([
        ['remind', 'system', 24],
        ['remind', 'system', 48],
        [expect.any(String), 'system', 72],
      ])
      expect(await stockOf(env, shop)).toBe(96)
    },
  )

  it('is shown to the seller with the open claim', async () => {
    const id = await deliver()
    await claim(id)
    const today = await readToday(shop)
    expect(today).toMatchObject({ openRefunds: 1, answerBy: env.deps.clock() + 72 * HOUR })
    const open = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?afterSale=open`)).json()
    expect(open.items).toMatchObject([{ id, afterSale: 'asked' }])
  })

  it('cancels an accepted order with an unanswered cancel request, but no order underway', async () => {
    const orders = await Promise.all([0, 1].map(() => placeTestOrder(shop, buyer, {}, 4)))
    const [accepted = '', underway = ''] = orders.map(({ id }) => id)
    for (const id of [accepted, underway]) await step(shop.owner, id, 'accept')
    for (const id of [accepted, underway]) await step(buyer, id, 'ask-cancel')
    await step(shop.owner, underway, 'send')
    await pass(73)
    expect((await read(accepted)).order).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect((await read(underway)).order).toMatchObject({ state: 'underway', afterSale: 'cancel-asked' })
    expect(await stockOf(env, shop)).toBe(96)
  })

  it('ends when the seller answers', async () => {
    const id = await deliver()
    await claim(id)
    await pass(30)
    await step(shop.owner, id, 'decline', { note: '不行' })
    await pass(100)
    expect((await read(id)).order).toMatchObject({ afterSale: 'declined' })
    expect((await read(id)).order.answerBy).toBeUndefined()
  })
})
