import { readStuckMoney } from '../../../../server/modules/operator/stuck-money'
import { settleRefund } from '../../../../server/modules/payments/settle-refund'
import { ledgerOf } from '../../support/ledger'
import { readAllRows } from '../../support/read-all-rows'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { claimOrder, readToday, stepOrder } from '../../support/test-shop'

beforeEach(async () => {
  await setUp()
  env.simulator.refundsEnd = 'ABNORMAL'
})
afterEach(tearDown)

const returnByHand = async (orderId: string, amount: number) =>
  (await stepOrder(shop, shop.owner, orderId, 'return-by-hand', { amount })).json()
const failedNow = async () => (await readToday(shop)).failedRefunds

/** Cancels a paid order, whose refund the service then makes as the simulator says; returns the id of the order. */
async function cancelPaid(): Promise<string> {
  const id = await paying.payOrder()
  await paying.step(shop.owner, id, 'cancel')
  await paying.settleRefunds()
  return id
}

describe('a failed refund that the payment service makes later', () => {
  /** Cancels a paid order, whose refund fails; returns the order and the number of the refund. */
  async function failRefund(): Promise<{ id: string; number: string }> {
    const id = await cancelPaid()
    const [refund] = await paying.refundRows()
    return { id, number: refund?.id ?? '' }
  }

  const finish = async (number: string, account?: string) => {
    env.simulator.finishRefund(number, account)
    await env.pass(0)
  }
  const actionsOf = async (id: string) =>
    (await paying.orderNow(id)).history.map(({ action }: { action: string }) => action)

  it('reaches the buyer, and is not to be returned in person any more', async () => {
    const { id, number } = await failRefund()
    await finish(number)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect((await paying.orderNow(id)).unreturned).toBeUndefined()
    expect(await failedNow()).toBeUndefined()
    expect((await returnByHand(id, 5000)).code).toBe('not-allowed-now')
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
    expect(await actionsOf(id)).toEqual(
      expect.arrayContaining(['refund-failed', 'refund-resumed', 'settle-refund']),
    )
  })

  it('settles the claim that it belongs to', async () => {
    const id = await paying.payOrder()
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    await claimOrder(shop, buyer, id, { amount: 1000 })
    await paying.step(shop.owner, id, 'agree')
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ claimRefundFailed: true })
    await finish((await paying.refundRows())[0]?.id ?? '')
    expect(await paying.orderNow(id)).toMatchObject({ afterSale: 'settled' })
    expect((await paying.orderNow(id)).claimRefundFailed).toBeUndefined()
  })

  it('is booked as returned twice when the seller has returned the money in person', async () => {
    const { id, number } = await failRefund()
    await returnByHand(id, 5000)
    await finish(number)
    // the notice is repeated
    await finish(number)
    expect(await paying.refundRows()).toMatchObject([{ state: 'by-hand', returned_twice: 1 }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({
      ...{ returns: 5000, cash: -5000, sales: -5000, 'double-returns': 5000 },
    })
    expect((await actionsOf(id)).at(-1)).toBe('returned-twice')
    const view = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(view.refunds).toMatchObject([{ state: 'by-hand', isReturnedTwice: true }])
    const buyersView = (await buyer.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(buyersView.refunds[0].isReturnedTwice).toBeUndefined()
    expect(await readStuckMoney(env.deps.db.query, env.deps.clock())).toEqual([
      { slug: shop.slug, about: 'order 1', amount: 5000, trouble: 'returned twice' },
    ])
  })

  it('stays to be returned in person when it was paid to the seller instead', async () => {
    const { id, number } = await failRefund()
    await finish(number, '商户基本账户')
    expect(await paying.orderNow(id)).toMatchObject({ unreturned: 5000, payment: { state: 'refunding' } })
    const view = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(view.refunds).toMatchObject([{ state: 'failed', isSentBack: true }])
    await returnByHand(id, 5000)
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('is found by a daily query when its notice is lost', async () => {
    const { id, number } = await failRefund()
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    await finish(number)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunding' } })
    await env.runAfter(24 * 60 * MINUTE)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
  })
})

describe('a failed refund that is paid to a card of the buyer', () => {
  const CARD = { bank: 'PSBC', name: '收款人', number: '6210980000000001' }
  const nameCard = (id: string, card: object = CARD, who = shop.owner) =>
    who.call(`PUT /api/shops/${shop.shopId}/orders/${id}/refund-card`, card)
  const canNameCard = async (id: string) =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json().canNameCard

  it('is under way again and reaches the card, of which nothing is stored', async () => {
    const id = await cancelPaid()
    expect(await canNameCard(id)).toBe(true)
    expect((await nameCard(id)).json()).toMatchObject({ payment: { state: 'refunding' } })
    expect((await paying.orderNow(id)).unreturned).toBeUndefined()
    expect(await canNameCard(id)).toBeUndefined()
    expect((await nameCard(id)).json().code).toBe('not-allowed-now')
    await env.pass(5000)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    const [transaction] = env.simulator.transactions.all()
    expect(transaction?.refunds).toMatchObject([{ account: 'PSBC借记卡0001', status: 'SUCCESS' }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
    const rows = JSON.stringify(await readAllRows(env.deps.db))
    expect(rows).not.toContain(CARD.number)
    expect(rows).not.toContain(CARD.name)
  })

  it('stays failed when the service refuses the card or does not answer', async () => {
    const id = await cancelPaid()
    const refused = (await nameCard(id, { ...CARD, number: '6210980000000000' })).json()
    expect(refused).toMatchObject({ code: 'bad-input', fields: [{ path: '/number' }] })
    env.simulator.faults = { ...env.simulator.faults, down: true }
    expect((await nameCard(id)).json().code).toBe('unavailable')
    env.simulator.faults = { ...env.simulator.faults, down: false }
    expect(await paying.orderNow(id)).toMatchObject({ unreturned: 5000 })
    expect(await paying.refundRows()).toMatchObject([{ state: 'failed', to_account: 0 }])
  })

  it('is refused to the buyer, for another bank, and once the money was returned in person', async () => {
    const id = await cancelPaid()
    expect((await nameCard(id, CARD, buyer)).statusCode).toBe(404)
    expect((await nameCard(id, { ...CARD, bank: 'XYZ' })).json().code).toBe('bad-input')
    await returnByHand(id, 5000)
    expect((await nameCard(id)).json().code).toBe('not-allowed-now')
  })
})

describe('a failed refund that is paid to the seller', () => {
  const toSeller = (id: string, who = shop.owner) =>
    who.call(`PUT /api/shops/${shop.shopId}/orders/${id}/refund-to-seller`)

  it('stays to be returned in person, and is asked for once', async () => {
    const id = await cancelPaid()
    expect((await toSeller(id)).json()).toMatchObject({ unreturned: 5000 })
    expect((await toSeller(id)).json().code).toBe('not-allowed-now')
    const before = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(before.refunds).toMatchObject([{ state: 'failed', isGoingBack: true }])
    expect(before.canNameCard).toBeUndefined()
    await env.pass(5000)
    const [transaction] = env.simulator.transactions.all()
    expect(transaction?.refunds).toMatchObject([{ account: '商户基本账户', status: 'SUCCESS' }])
    const view = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(view.refunds).toMatchObject([{ state: 'failed', isSentBack: true }])
    expect(view.canNameCard).toBeUndefined()
    expect(await ledgerOf(env, shop.shopId, id)).toMatchObject({ cash: 5000 })
    expect((await toSeller(id)).json().code).toBe('not-allowed-now')
    await returnByHand(id, 5000)
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })

  it('can be paid otherwise once the service says that the account of the seller did not take it', async () => {
    const id = await cancelPaid()
    await toSeller(id)
    const [refund] = await paying.refundRows()
    await settleRefund(env.deps, { number: refund?.id ?? '', state: 'failed' })
    const view = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect(view).toMatchObject({ canNameCard: true, refunds: [{ state: 'failed' }] })
    expect(view.refunds[0].isGoingBack).toBeUndefined()
  })

  it('is refused to the buyer, and changes nothing while the service does not answer', async () => {
    const id = await cancelPaid()
    expect((await toSeller(id, buyer)).statusCode).toBe(404)
    env.simulator.faults = { ...env.simulator.faults, down: true }
    expect((await toSeller(id)).json().code).toBe('unavailable')
    env.simulator.faults = { ...env.simulator.faults, down: false }
    expect(await paying.orderNow(id)).toMatchObject({ unreturned: 5000 })
  })
})

describe('a refund that the payment service closes', () => {
  it('is requested again under new numbers, and fails in the end', async () => {
    env.simulator.refundsEnd = 'CLOSED'
    const id = await paying.payOrder()
    await paying.step(shop.owner, id, 'cancel')
    const numbers: (string | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      numbers.push((await paying.refundRows())[0]?.id.split('-').at(-1))
      await paying.settleRefunds()
    }
    expect(numbers).toEqual(['1', '2', '3'])
    expect(await paying.refundRows()).toMatchObject([{ state: 'failed', tries: 3 }])
    expect(await paying.orderNow(id)).toMatchObject({ unreturned: 5000 })
  })

  it('is sent under its new number also after a card of the buyer was named', async () => {
    const id = await cancelPaid()
    const card = { bank: 'PSBC', name: '收款人', number: '6210980000000001' }
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${id}/refund-card`, card)
    const [transaction] = env.simulator.transactions.all()
    for (const refund of transaction?.refunds ?? []) refund.status = 'CLOSED'
    await settleRefund(env.deps, { number: (await paying.refundRows())[0]?.id ?? '', state: 'closed' })
    await env.app.worker.runDue()
    expect(transaction?.refunds.map(({ number }) => number.split('-').at(-1))).toEqual(['1', '2'])
  })

  it('reaches the buyer by the second request', async () => {
    env.simulator.refundsEnd = 'CLOSED'
    const id = await cancelPaid()
    env.simulator.refundsEnd = 'SUCCESS'
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'refunded' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })
})
