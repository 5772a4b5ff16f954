import { SILENCE_MS } from '@/domain/order/claim'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'

let id: string

/** An accepted order that is paid and that its buyer asks to cancel. */
beforeEach(async () => {
  await setUp()
  id = await paying.payOrder()
  await paying.step(shop.owner, id, 'accept')
  await paying.step(buyer, id, 'ask-cancel')
})
afterEach(tearDown)

const send = (details = {}) => paying.step(shop.owner, id, 'send', details)

describe('sending a paid order whose buyer asks to cancel it', () => {
  it.each([[{}], [{ declinesCancel: false }]])(
    'is refused with the current order unless it declines the request (%j)',
    async (details) => {
      expect((await send(details)).json()).toMatchObject({
        ...{ status: 409, code: 'not-allowed-now' },
        current: { state: 'accepted', afterSale: 'cancel-asked' },
      })
      expect(await paying.orderNow(id)).toMatchObject({ state: 'accepted', afterSale: 'cancel-asked' })
    },
  )

  it('declines the request when declinesCancel is set', async () => {
    expect((await send({ declinesCancel: true })).json()).toMatchObject({
      ...{ state: 'underway', afterSale: 'cancel-declined' },
    })
  })

  it('is refused with declinesCancel when the buyer has withdrawn the request', async () => {
    await paying.step(buyer, id, 'withdraw-cancel')
    expect((await send({ declinesCancel: true })).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { state: 'accepted', afterSale: 'none' },
    })
    expect((await send()).json()).toMatchObject({ state: 'underway', afterSale: 'none' })
  })

  it('rejects declinesCancel in a cancel step', async () => {
    expect((await paying.step(shop.owner, id, 'cancel', { declinesCancel: true })).json().code).toBe(
      'bad-input',
    )
  })

  it('restores the declined request when finishing is undone', async () => {
    await send({ declinesCancel: true })
    expect((await paying.step(shop.owner, id, 'finish')).json().afterSale).toBe('none')
    expect((await paying.step(shop.owner, id, 'undo-finish')).json()).toMatchObject({
      ...{ state: 'underway', afterSale: 'cancel-declined', payment: { state: 'paid' } },
    })
  })

  it('restores the request that sending declined when sending is undone', async () => {
    await send({ declinesCancel: true })
    expect((await paying.step(shop.owner, id, 'undo-send')).json()).toMatchObject({
      ...{ state: 'accepted', afterSale: 'cancel-asked', answerBy: env.deps.clock() + SILENCE_MS },
    })
    await paying.step(buyer, id, 'withdraw-cancel')
    await send()
    expect((await paying.step(shop.owner, id, 'undo-send')).json().afterSale).toBe('none')
  })
})
