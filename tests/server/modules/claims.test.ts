import type { Order } from '@/domain/order'
import { checkLedger } from '../../../server/modules/ledger/check-ledger'
import { type ApiClient, signIn } from '../support/api-client'
import { ledgerOf } from '../support/ledger'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { claimOrder, type OpenedShop, openShop, placeTestOrder, stockOf } from '../support/test-shop'

const HOUR = 3_600_000

let env: TestEnvironment
let shop: OpenedShop
let buyer: ApiClient

beforeEach(async () => {
  env = await createTestEnvironment()
  // creates the recurring jobs; the others would be due at most steps, too
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'decide-by-silence').execute()
  shop = await openShop(env, { stock: 100 })
  buyer = await signIn(env.app)
})
afterEach(async () => {
  expect((await checkLedger(env.deps.db.query)).differences).toEqual([])
  await env.app.close()
})

const path = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`

const step = (who: ApiClient, id: string, action: string, details: object = {}) =>
  who.call(`POST ${path(id)}/steps`, { id: newId(), action, ...details })

const read = async (id: string, who = buyer) =>
  (await who.call(`GET ${path(id)}`)).json<{
    order: Order
    claims?: { state: string; granted?: number }[]
    refundable?: number
  }>()

/** An order of 4 pieces (100 yuan), delivered and paid in cash; returns its id. */
async function deliver(changes: object = {}): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, changes, 4)
  for (const action of ['accept', 'send', 'finish']) await step(shop.owner, id, action)
  return id
}

/** Advances the clock by the hour and runs what is due. */
async function pass(hours: number): Promise<void> {
  for (let i = 0; i < hours; i++) {
    env.advance(HOUR)
    await env.app.worker.runDue()
  }
}

const claim = (id: string, changes: object = {}, claimId = newId()) =>
  claimOrder(shop, buyer, id, changes, claimId)

describe('a claim for money', () => {
  it('shows both sides what is wrong, and returns the agreed part', async () => {
    const id = await deliver()
    const text = '坏了一个'
    expect((await claim(id, { text })).json()).toMatchObject({ state: 'done', afterSale: 'asked' })
    const wanted = { wish: 'refund', reason: 'spoiled', text, amount: 2500, state: 'asked' }
    for (const who of [buyer, shop.owner])
      expect((await read(id, who)).claims).toMatchObject([
        { ...wanted, goods: [{ line: 0, quantity: 1 }], photos: [] },
      ])
    await step(shop.owner, id, 'agree')
    expect(await read(id)).toMatchObject({ order: { afterSale: 'agreed' }, claims: [{ granted: 2500 }] })
    await step(shop.owner, id, 'settle')
    expect(await read(id)).toMatchObject({
      ...{ order: { afterSale: 'settled', payment: { state: 'paid' } }, refundable: 7500 },
      claims: [{ state: 'settled' }],
    })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ cash: 7500, returns: 2500, sales: -10_000 })
    expect(await stockOf(env, shop)).toBe(96)
  })

  it('refunds the order when the last of the money is returned', async () => {
    const id = await deliver()
    for (const amount of [4000, 6000]) {
      await claim(id, { amount })
      await step(shop.owner, id, 'agree')
      await step(shop.owner, id, 'settle')
    }
    expect(await read(id)).toMatchObject({
      order: { payment: { state: 'refunded' } },
      claims: [{ state: 'settled' }, { state: 'settled' }],
    })
    expect((await claim(id)).json().code).toBe('not-allowed-now')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 10_000, sales: -10_000 })
  })

  it('returns what was really collected, not the total', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    for (const action of ['accept', 'send']) await step(shop.owner, id, action)
    await step(shop.owner, id, 'finish', { collected: { amount: 9000, means: 'code', note: '抹了零' } })
    expect((await claim(id, { amount: 9001 })).json()).toMatchObject({ fields: [{ path: '/amount' }] })
    await claim(id, { amount: 9000 })
    await step(shop.owner, id, 'agree')
    await step(shop.owner, id, 'settle')
    expect((await read(id)).order.payment.state).toBe('refunded')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ discounts: 1000, returns: 9000, sales: -10_000 })
  })

  it('returns an offered part when the buyer accepts it', async () => {
    const id = await deliver()
    await claim(id, { amount: 10_000 })
    expect((await step(shop.owner, id, 'offer', { amount: 10_001 })).json().code).toBe('bad-input')
    expect((await step(shop.owner, id, 'offer')).json().code).toBe('bad-input')
    await step(shop.owner, id, 'offer', { amount: 3000, note: '只坏了一个' })
    const { order, claims } = await read(id)
    expect(order.history.at(-1)).toMatchObject({ action: 'offer', amount: 3000, note: '只坏了一个' })
    expect(claims).toMatchObject([{ state: 'offered', granted: 3000 }])
    expect((await step(shop.owner, id, 'accept-offer')).json().code).toBe('not-allowed-now')
    await step(buyer, id, 'accept-offer')
    await step(shop.owner, id, 'settle')
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 7000, returns: 3000 })
  })

  it('is declined with a reason, and can be made again in its window', async () => {
    const id = await deliver()
    await claim(id)
    expect((await step(shop.owner, id, 'decline')).json().code).toBe('bad-input')
    await step(shop.owner, id, 'decline', { note: '称的时候是好的' })
    expect(await read(id)).toMatchObject({
      order: { afterSale: 'declined' },
      claims: [{ state: 'declined' }],
    })
    expect((await claim(id)).json().afterSale).toBe('asked')
    await step(buyer, id, 'withdraw')
    expect((await read(id)).claims).toMatchObject([{ state: 'declined' }, { state: 'none' }])
  })

  it('can be made while the order is underway, and not before it is paid', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    for (const action of ['accept', 'send']) await step(shop.owner, id, action)
    expect((await claim(id)).json().code).toBe('not-allowed-now')
  })
})

describe('the window for claims', () => {
  const HOURS = { nuts: 7 * 24, fruit: 24 } as const

  it.each(['nuts', 'fruit'] as const)(
    'of a shop for %s begins with the delivery and ends in time',
    async (trade) => {
      shop = await openShop(env, { stock: 100, request: { trade } })
      const id = await deliver()
      expect((await read(id)).order).toMatchObject({
        claimable: true,
        claimUntil: env.deps.clock() + HOURS[trade] * HOUR,
      })
      env.advance(HOURS[trade] * HOUR - 1)
      expect((await read(id)).order.claimable).toBe(true)
      env.advance(1)
      expect((await read(id)).order.claimable).toBeUndefined()
      expect((await claim(id)).json().code).toBe('not-allowed-now')
    },
  )

  it('begins again when finishing was undone', async () => {
    const id = await deliver()
    await step(shop.owner, id, 'undo-finish')
    expect((await read(id)).order.claimUntil).toBeUndefined()
    env.advance(HOUR)
    await step(shop.owner, id, 'finish')
    expect((await read(id)).order.claimUntil).toBe(env.deps.clock() + HOURS.nuts * HOUR)
  })
})

describe('returning goods', () => {
  const wish = { wish: 'return', reason: 'wrong', goods: [{ line: 0, quantity: 3 }], amount: 7500 }

  it('returns the money and the stock when the seller has the goods', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-return')
    expect(await stockOf(env, shop)).toBe(96)
    expect((await step(buyer, id, 'send-back')).json().code).toBe('bad-input')
    await step(buyer, id, 'send-back', { note: '送到店里了' })
    expect((await read(id)).order.payment.state).toBe('paid')
    await step(shop.owner, id, 'receive')
    expect(await stockOf(env, shop)).toBe(99)
    expect(await read(id)).toMatchObject({ order: { afterSale: 'agreed' }, claims: [{ granted: 7500 }] })
    await step(shop.owner, id, 'settle')
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 2500, returns: 7500 })
  })

  it('returns no stock for spoiled goods', async () => {
    const id = await deliver()
    await claim(id, { ...wish, reason: 'spoiled' })
    await step(shop.owner, id, 'agree-return')
    await step(buyer, id, 'send-back', { note: '送到店里了' })
    await step(shop.owner, id, 'receive')
    expect(await stockOf(env, shop)).toBe(96)
  })

  it('can be declined when something else came back', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-return')
    await step(buyer, id, 'send-back', { note: '快递' })
    await step(shop.owner, id, 'decline', { note: '包里是空的' })
    expect((await read(id)).order).toMatchObject({ afterSale: 'declined', payment: { state: 'paid' } })
  })
})

describe('sending goods again', () => {
  const wish = { wish: 'resend', reason: 'missing', amount: 0, goods: [{ line: 0, quantity: 2 }] }

  it('takes them from the stock and moves no money', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'resend', { note: '明早送来' })
    expect(await stockOf(env, shop)).toBe(94)
    expect(await read(id)).toMatchObject({ order: { afterSale: 'settled' }, refundable: 10_000 })
  })

  it('takes no more than there is', async () => {
    shop = await openShop(env, { stock: 5 })
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'resend')
    expect(await stockOf(env, shop)).toBe(0)
  })

  it('is paid back with the price of the goods when they cannot be sent', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'pay-instead')
    await step(shop.owner, id, 'settle')
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 5000, returns: 5000 })
  })
})

describe('three days of silence', () => {
  const returning = { wish: 'return', reason: 'wrong' }
  const resending = { wish: 'resend', reason: 'missing', amount: 0 }

  it.each([
    ['agrees to a refund', {}, [], 'agreed'],
    ['agrees to a return', returning, [], 'returning'],
    ['agrees to sending again', resending, [], 'resending'],
    ['withdraws when the buyer ignores an offer', {}, [['owner', 'offer', { amount: 100 }]], 'none'],
    ['withdraws when the buyer sends nothing back', returning, [['owner', 'agree-return', {}]], 'none'],
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
    '%s',
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

  it('is shown to the seller with the first deadline', async () => {
    const id = await deliver()
    await claim(id)
    const today = (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json()
    expect(today).toMatchObject({ openRefunds: 1, answerBy: env.deps.clock() + 72 * HOUR })
    const open = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?afterSale=open`)).json()
    expect(open.items).toMatchObject([{ id, afterSale: 'asked' }])
  })

  it('cancels an accepted order whose buyer asked for it, and nothing that is underway', async () => {
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

  it('is over when somebody answers', async () => {
    const id = await deliver()
    await claim(id)
    await pass(30)
    await step(shop.owner, id, 'decline', { note: '不行' })
    await pass(100)
    expect((await read(id)).order).toMatchObject({ afterSale: 'declined' })
    expect((await read(id)).order.answerBy).toBeUndefined()
  })
})

describe('bad requests', () => {
  it.each([
    ['goods of a line that the order does not have', { goods: [{ line: 1, quantity: 1 }] }, '/goods/0'],
    ['more goods than were ordered', { goods: [{ line: 0, quantity: 5 }] }, '/goods/0'],
    [
      'the same line twice',
      {
        goods: [
          { line: 0, quantity: 1 },
          { line: 0, quantity: 1 },
        ],
      },
      '/goods/1',
    ],
    ['no goods', { goods: [] }, '/goods'],
    ['more money than was paid', { amount: 10_001 }, '/amount'],
    ['no money', { amount: 0 }, '/amount'],
    ['money for goods that are sent again', { wish: 'resend', amount: 1 }, '/amount'],
    ['a photo that does not exist', { photos: [newId()] }, '/photos/0'],
    ['seven photos', { photos: Array.from({ length: 7 }, newId) }, '/photos'],
  ])('refuses %s', async (_, changes, at) => {
    const id = await deliver()
    expect((await claim(id, changes)).json()).toMatchObject({ code: 'bad-input', fields: [{ path: at }] })
    expect((await read(id)).order.afterSale).toBe('none')
  })

  it('takes photos of the buyer only, and keeps them in use', async () => {
    const id = await deliver()
    const [mine, foreign] = [newId(), newId()]
    await sendPhoto(env.app, buyer, mine, await picture(400, 300).jpeg().toBuffer())
    await sendPhoto(
      env.app,
      await signIn(env.app),
      foreign,
      await picture(400, 300, '#335577').jpeg().toBuffer(),
    )
    expect((await claim(id, { photos: [foreign] })).json()).toMatchObject({ code: 'bad-input' })
    expect((await claim(id, { photos: [mine] })).statusCode).toBe(200)
    const uses = await env.deps.db.query.selectFrom('photo_use').select('photo_id').execute()
    expect(uses).toEqual([{ photo_id: mine }])
  })

  it('makes a claim once for each id, one at a time, and for the buyer only', async () => {
    const [id, claimId] = [await deliver(), newId()]
    const replies = await Promise.all([1, 2, 3].map(() => claim(id, {}, claimId)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await claim(id, { amount: 1 }, claimId)).json().code).toBe('idempotency-conflict')
    expect((await claim(id)).json().code).toBe('not-allowed-now')
    expect((await read(id)).claims).toHaveLength(1)
    expect((await claimOrder(shop, shop.owner, id)).json().code).toBe('not-allowed-now')
    expect((await claimOrder(shop, await signIn(env.app), id)).json().code).toBe('not-found')
    expect((await step(buyer, id, 'ask-refund')).json().code).toBe('not-allowed-now')
  })

  it('stops a buyer who claims and withdraws without end', async () => {
    const id = await deliver()
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 11; i++) {
      codes.push((await claim(id)).json().code)
      await step(buyer, id, 'withdraw')
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(undefined))
    expect(codes[10]).toBe('too-many-steps')
  })
})
