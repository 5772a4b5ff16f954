import { closePayment } from '../../../../server/modules/payments/close-payment'
import { env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'

afterEach(tearDown)

const attempts = async () =>
  (await env.deps.db.query.selectFrom('payment').select('state').execute()).map(({ state }) => state)

describe('closing a payment', () => {
  /** Pays an order, and loses the notice. */
  async function payUnnoticed() {
    await setUp()
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    env.simulator.cashier(params, 'pay')
    return { id, paymentId }
  }

  /** Closes a payment; returns what is logged and the number of the payment. */
  async function close(paymentId: string) {
    const logged: string[] = []
    const log = {
      error: (facts: object, text?: string) => void logged.push(`${JSON.stringify(facts)} ${text}`),
    }
    await closePayment(env.deps, { shopId: shop.shopId, paymentId }, log)
    const { number } = await env.deps.db.query
      .selectFrom('payment')
      .select('number')
      .executeTakeFirstOrThrow()
    return { logged, number }
  }

  it('logs and closes a payment whose amount differs at the service, and leaves the order pending', async () => {
    const { id, paymentId } = await payUnnoticed()
    await env.deps.db.query.updateTable('payment').set({ amount: 4999 }).execute()
    const { logged, number } = await close(paymentId)
    expect(logged).toEqual([`{"number":"${number}"} reply of the payment service does not match the payment`])
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'pending' } })
    expect(await attempts()).toEqual(['closed'])
  })

  it('logs and closes a payment that was paid and refunded at the service alone', async () => {
    const { id, paymentId } = await payUnnoticed()
    const [transaction] = env.simulator.transactions.all()
    transaction?.refunds.push({
      ...{ number: 'R1', id: '5000', amount: 5000, reason: undefined, noticeUrl: undefined },
      ...{ status: 'SUCCESS', createdAt: env.deps.clock() },
    })
    const { logged, number } = await close(paymentId)
    expect(logged).toEqual([
      `{"number":"${number}"} a payment that was not confirmed here was refunded at its service`,
    ])
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'pending' } })
    expect(await attempts()).toEqual(['closed'])
  })
})
