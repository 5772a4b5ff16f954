import { isClaimAction } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import { orderStations } from '@/features/orders/page/order-stations'
import { detailsOf, isLoss, layoutSteps, needsConfirmation } from '@/features/orders/steps/step-layout'
import { orderActionWords } from '@/locales/order/order'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { order } from '../sample-orders'

const paid = { method: 'on-delivery', state: 'paid' } as const
const refundRequested = order({ state: 'done', payment: paid, afterSale: 'asked' })

const partFailed = order({ payment: { method: 'wechat', state: 'paid' }, unreturned: 500 })

describe('order steps layout', () => {
  it('marks steps that end an order as a loss, but not a seller who goes on with it', () => {
    for (const action of ['cancel', 'ask-cancel', 'agree-cancel'] as const) expect(isLoss(action)).toBe(true)
    expect(isLoss('decline-cancel')).toBe(false)
  })

  it.each([
    ['accept', order(), 'owner'],
    ['send', order({ state: 'accepted' }), 'owner'],
    ['undo-finish', order({ state: 'done', payment: paid, undoableStep: 'finish' }), 'owner'],
    ['collect', order({ state: 'done', undoableStep: 'finish' }), 'owner'],
    ['undo-collect', order({ state: 'done', payment: paid, undoableStep: 'collect' }), 'owner'],
    ['finish', order({ state: 'underway' }), 'owner'],
    ['finish', order({ state: 'underway', afterSale: 'cancel-asked' }), 'owner'],
    ['collect', order({ state: 'done' }), 'owner'],
    [undefined, refundRequested, 'owner'],
    ['finish', order({ state: 'underway' }), 'buyer'],
    [undefined, order(), 'buyer'],
    [undefined, refundRequested, 'buyer'],
    [undefined, order({ state: 'done', payment: paid }), 'owner'],
  ] as const)('offers %p as the main action', (main, one, side) => {
    expect(layoutSteps(one, side).main).toBe(main)
  })

  it('offers exactly the allowed actions that are not about a claim', () => {
    for (const one of [
      order(),
      order({ state: 'underway', afterSale: 'cancel-asked' }),
      refundRequested,
      partFailed,
    ])
      for (const side of ['owner', 'buyer'] as const) {
        const { main, apart } = layoutSteps(one, side)
        const offered = allowedActions(one, side).filter((action) => !isClaimAction(action))
        expect([main, ...apart].filter(Boolean).sort()).toEqual(offered.sort())
      }
  })

  it('offers to return money in person apart from the next step, or as the next step', () => {
    expect(layoutSteps(partFailed, 'owner')).toEqual({ main: 'accept', apart: ['return-by-hand', 'cancel'] })
    expect(layoutSteps({ ...partFailed, state: 'cancelled' }, 'owner').main).toBe('return-by-hand')
    expect(layoutSteps(partFailed, 'buyer').apart).not.toContain('return-by-hand')
  })

  it('asks for confirmation before ending an order and lists that action last', () => {
    expect(needsConfirmation('cancel', order(), 'owner')).toBe(true)
    expect(needsConfirmation('send', order({ state: 'accepted' }), 'owner')).toBe(false)
    expect(
      layoutSteps(order({ state: 'underway', payment: paid, afterSale: 'asked' }), 'owner').apart,
    ).toEqual(['cancel'])
  })

  it('asks for confirmation before sending an order with an open change request, and names the request', () => {
    const { receiver } = order()
    const request = { id: '01J0000000000000000000CHNG', receiver, at: 1 }
    const asked = order({ state: 'accepted', changeRequest: { ...request, state: 'asked' } })
    expect(needsConfirmation('send', asked, 'owner')).toBe(true)
    expect(detailsOf('send', asked)).toEqual({ declines: request.id })
    const declined = order({ state: 'accepted', changeRequest: { ...request, state: 'declined' } })
    expect(needsConfirmation('send', declined, 'owner')).toBe(false)
    expect(detailsOf('send', declined)).toEqual({})
  })

  it('asks for confirmation before sending a paid order with an open cancellation request, and says that it declines', () => {
    const request = { id: '01J0000000000000000000CHNG', receiver: order().receiver, at: 1 }
    const payment = { method: 'wechat', state: 'paid' } as const
    const asked = order({ state: 'accepted', payment, afterSale: 'cancel-asked' })
    expect(needsConfirmation('send', asked, 'owner')).toBe(true)
    expect(detailsOf('send', asked)).toEqual({ declinesCancel: true })
    const both = { ...asked, changeRequest: { ...request, state: 'asked' } as const }
    expect(detailsOf('send', both)).toEqual({ declines: request.id, declinesCancel: true })
    expect(sellerOrdersWords.question('send', both).text).toContain('不取消，也不改')
    expect(sellerOrdersWords.question('send', asked).text).not.toContain('不改')
    const unpaid = order({ state: 'accepted', afterSale: 'cancel-asked' })
    expect(needsConfirmation('send', unpaid, 'owner')).toBe(false)
    expect(detailsOf('send', unpaid)).toEqual({})
  })

  it("asks for confirmation only before the buyer's finish", () => {
    const underway = order({ state: 'underway' })
    expect(needsConfirmation('finish', underway, 'buyer')).toBe(true)
    expect(needsConfirmation('finish', underway, 'owner')).toBe(false)
  })

  it.each([
    ['send', order({ state: 'accepted', undoableStep: 'accept' }), 'undo-accept'],
    ['finish', order({ state: 'underway', undoableStep: 'send' }), 'undo-send'],
  ] as const)('keeps %p the main action while the step before it can be undone', (main, one, undo) => {
    expect(layoutSteps(one, 'owner')).toEqual({ main, apart: [undo, 'cancel'] })
    expect(needsConfirmation(undo, one, 'owner')).toBe(false)
    expect(layoutSteps(one, 'buyer').apart).not.toContain(undo)
  })

  it('names what has not happened on the button that undoes a step', () => {
    const words = (action: 'undo-accept' | 'undo-send', fulfilment: Order['fulfilment']) =>
      orderActionWords(action, order({ fulfilment }), 'owner')
    expect(words('undo-accept', 'local')).toBe('点错了，还没接单')
    expect(
      (['local', 'pickup', 'courier', 'on-site'] as const).map((kind) => words('undo-send', kind)),
    ).toEqual([...['点错了，还没出门', '点错了，还没备好', '点错了，还没寄出', '点错了，还没留好']])
  })

  it('names the version of the details that the owner accepts', () => {
    expect(detailsOf('accept', order())).toEqual({ detailsVersion: 0 })
    expect(detailsOf('accept', order({ detailsVersion: 2 }))).toEqual({ detailsVersion: 2 })
  })

  it('shows when each state was reached', () => {
    const history = [
      { action: 'accept', by: 'owner', at: 4 },
      { action: 'send', by: 'owner', at: 5 },
    ] as const
    const sent = order({ state: 'underway', history: [...history] })
    expect(orderStations(sent).map(({ key, reached, at }) => [key, reached, at])).toEqual([
      ['placed', true, sent.createdAt],
      ['accepted', true, 4],
      ['underway', true, 5],
      ['done', false, undefined],
    ])
    const finished = { action: 'finish', by: 'owner', at: 6 } as const
    const undone = { action: 'undo-finish', by: 'owner', at: 7 } as const
    const again = order({ state: 'underway', history: [...history, finished, undone] })
    expect(orderStations(again).at(-1)).toEqual({ key: 'done', reached: false })
  })

  it('ends the progress of a cancelled order at the cancellation', () => {
    const cancelled = order({ state: 'cancelled', history: [{ action: 'cancel', by: 'buyer', at: 9 }] })
    expect(orderStations(cancelled).map(({ key }) => key)).toEqual(['placed', 'cancelled'])
    const undone = { action: 'undo-accept', by: 'owner', at: 8 } as const
    const accepted = { action: 'accept', by: 'owner', at: 7 } as const
    expect(
      orderStations({ ...cancelled, history: [accepted, undone, ...cancelled.history] }).map(
        ({ key }) => key,
      ),
    ).toEqual(['placed', 'cancelled'])
    const late = order({
      state: 'cancelled',
      history: [
        { action: 'send', by: 'owner', at: 5 },
        { action: 'cancel', by: 'owner', at: 9 },
      ],
    })
    expect(
      orderStations(late)
        .map(({ key, at }) => [key, at])
        .slice(1),
    ).toEqual([
      ['underway', 5],
      ['cancelled', 9],
    ])
  })
})
