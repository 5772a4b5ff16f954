import { ledgerOf } from '../../support/ledger'
import { placeTestOrder, stockOf } from '../../support/test-shop'
import { buyer, claim, deliver, env, HOUR, read, setUp, shop, step, tearDown, useShop } from './claim-story'

beforeEach(setUp)
afterEach(tearDown)

describe('a claim for money', () => {
  it('is shown to buyer and seller, and returns the agreed part of the money', async () => {
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

  it('marks the order refunded when the last of its money is returned', async () => {
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

  it('is limited to the amount collected, not the total', async () => {
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

  it('is refused while the order is underway and unpaid', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    for (const action of ['accept', 'send']) await step(shop.owner, id, action)
    expect((await claim(id)).json().code).toBe('not-allowed-now')
  })
})

describe('claim window', () => {
  const HOURS = { nuts: 7 * 24, fruit: 24 } as const

  it.each(['nuts', 'fruit'] as const)(
    'begins with the delivery and ends after the period of the trade %s',
    async (trade) => {
      await useShop({ stock: 100, request: { trade } })
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

  it('begins when the order is paid, if that is after the buyer has finished it', async () => {
    const { id } = await placeTestOrder(shop, buyer, {}, 4)
    for (const action of ['accept', 'send']) await step(shop.owner, id, action)
    await step(buyer, id, 'finish')
    env.advance(HOUR)
    await step(shop.owner, id, 'collect')
    expect((await read(id)).order.claimUntil).toBe(env.deps.clock() + HOURS.nuts * HOUR)
  })

  it('restarts when an order is finished again after an undo', async () => {
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

  it('returns the stock of the same goods once', async () => {
    const id = await deliver()
    for (let i = 0; i < 2; i++) {
      await claim(id, { ...wish, amount: 100 })
      await step(shop.owner, id, 'agree-return')
      await step(buyer, id, 'send-back', { note: '送到店里了' })
      await step(shop.owner, id, 'receive')
      await step(shop.owner, id, 'settle')
    }
    expect(await stockOf(env, shop)).toBe(100)
  })

  it('can be declined when the returned parcel is empty', async () => {
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

  it('takes the goods from the stock and moves no money', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'resend', { note: '明早送来' })
    expect(await stockOf(env, shop)).toBe(94)
    expect(await read(id)).toMatchObject({ order: { afterSale: 'settled' }, refundable: 10_000 })
  })

  it('takes no more goods than the stock has', async () => {
    await useShop({ stock: 5 })
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'resend')
    expect(await stockOf(env, shop)).toBe(0)
  })

  it('is replaced by a refund of the price when the goods cannot be sent', async () => {
    const id = await deliver()
    await claim(id, wish)
    await step(shop.owner, id, 'agree-resend')
    await step(shop.owner, id, 'pay-instead')
    await step(shop.owner, id, 'settle')
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 5000, returns: 5000 })
  })
})
