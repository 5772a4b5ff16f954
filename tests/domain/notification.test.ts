import {
  DEFAULT_QUIET_HOURS,
  eventsOfStep,
  isStillTrue,
  LONGEST_EXPIRY_WARNING_MS,
  quietEnd,
  warnedUntil,
} from '@/domain/notification'
import type { AfterSaleState } from '@/domain/order/after-sale'
import { REMIND } from '@/domain/order/claim'
import { fulfilments } from '@/domain/order/fulfilment'
import type { OrderEvent, OrderState } from '@/domain/order/order'
import type { Actor } from '@/domain/order/transitions'
import type { PaymentMethod, PaymentState } from '@/domain/payment/payment'
import { CLAIM_REFUND_FAILED, REFUND_FAILED, RETURN_BY_HAND } from '@/domain/payment/refund'
import { messageWords } from '@/locales/message/message'
import { states } from './order/sample-order'

interface PaidOrder {
  state: OrderState
  payment: PaymentState
  method: PaymentMethod
}

const paid = (
  afterSale: AfterSaleState,
  { state = 'done', payment = 'paid', method }: Partial<PaidOrder> = {},
) => ({ ...states(state, payment, afterSale, method), fulfilment: 'local' as const })

const step = (by: Actor, action = 'any') => ({ by, action })

describe('eventsOfStep', () => {
  it.each([
    ['local', 'sent'],
    ['courier', 'sent'],
    ['pickup', 'ready'],
    ['on-site', 'reserved'],
  ] as const)('maps a sent order with fulfilment %s to the event %s', (fulfilment, event) => {
    const [before, after] = [states('accepted'), states('underway')]
    expect(eventsOfStep({ ...before, fulfilment }, { ...after, fulfilment }, step('owner'))).toEqual([event])
  })

  it('returns one event for an order under way with any fulfilment', () => {
    for (const fulfilment of fulfilments)
      expect(
        eventsOfStep(
          { ...states('accepted'), fulfilment },
          { ...states('underway'), fulfilment },
          step('owner'),
        ),
      ).toHaveLength(1)
  })

  it('reports goods that were sent again, but no returned money', () => {
    expect(eventsOfStep(paid('resending'), paid('settled'), step('owner'))).toEqual(['resent'])
  })

  it('reports money returned for a claim, in part or in full, by the owner or the payment service', () => {
    for (const actor of ['owner', 'gateway'] as const) {
      expect(eventsOfStep(paid('agreed'), paid('settled'), step(actor))).toEqual(['refunded'])
      const before = paid('agreed', { payment: 'refunding' })
      expect(eventsOfStep(before, paid('settled', { payment: 'refunded' }), step(actor))).toEqual([
        'refunded',
      ])
    }
  })

  it('reports the rest of the money that is returned after a claim was settled', () => {
    const before = paid('settled', { payment: 'refunding' })
    expect(eventsOfStep(before, paid('settled', { payment: 'refunded' }), step('gateway'))).toEqual([
      'refunded',
    ])
  })

  it('reports money returned in person once, whether a part or all of it', () => {
    const byHand = step('owner', RETURN_BY_HAND)
    expect(eventsOfStep(paid('none'), paid('none'), byHand)).toEqual(['refunded'])
    const before = paid('none', { payment: 'refunding' })
    expect(eventsOfStep(before, paid('none', { payment: 'refunded' }), byHand)).toEqual(['refunded'])
  })

  it.each([REFUND_FAILED, CLAIM_REFUND_FAILED])(
    'notifies the owner by %s of money that could not be returned',
    (action) => {
      const online = { method: 'wechat' } as const
      expect(eventsOfStep(paid('agreed', online), paid('agreed', online), step('gateway', action))).toEqual([
        'refund-failed',
      ])
    },
  )

  it('reports the answer to a claim or to a cancellation request', () => {
    for (const answered of ['offered', 'returning', 'declined'] as const)
      expect(eventsOfStep(paid('asked'), paid(answered), step('owner'))).toEqual(['answered'])
    expect(eventsOfStep(paid('resend-asked'), paid('resending'), step('system'))).toEqual(['answered'])
    const open = { state: 'accepted' as const }
    expect(eventsOfStep(paid('cancel-asked', open), paid('cancel-declined', open), step('owner'))).toEqual([
      'answered',
    ])
  })

  it('reports no answer that an undone step restores', () => {
    const before = paid('none', { state: 'done' })
    const after = paid('cancel-declined', { state: 'done', payment: 'due' })
    expect(eventsOfStep(before, after, step('owner', 'undo-collect'))).toEqual([])
  })

  it('reports only that an order is sent when sending it declines a cancellation request', () => {
    const before = paid('cancel-asked', { state: 'accepted' })
    const after = paid('cancel-declined', { state: 'underway' })
    expect(eventsOfStep(before, after, step('owner'))).toEqual(['sent'])
  })

  it('reports an agreed return of money in person, but not an agreed refund by the payment service', () => {
    expect(eventsOfStep(paid('asked'), paid('agreed'), step('owner'))).toEqual(['answered'])
    const online = { method: 'wechat' } as const
    expect(eventsOfStep(paid('asked', online), paid('agreed', online), step('owner'))).toEqual([])
  })

  it.each([
    ['asked', ['claim']],
    ['sent-back', ['claim']],
    ['cancel-asked', ['cancel-asked']],
    ['offered', ['answered']],
    ['returning', ['answered']],
    ['resending', ['claim']],
  ] as const)('reminds the side that has to act while an order is %s', (afterSale, events) => {
    expect(eventsOfStep(paid(afterSale), paid(afterSale), step('system', REMIND))).toEqual(events)
  })

  it('reports no refund while it is under way', () => {
    const online = { method: 'wechat', payment: 'refunding' } as const
    expect(eventsOfStep(paid('asked', { method: 'wechat' }), paid('agreed', online), step('owner'))).toEqual(
      [],
    )
    expect(eventsOfStep(paid('resending', online), paid('agreed', online), step('system'))).toEqual([])
  })

  it.each(['asked', 'return-asked', 'resend-asked'] as const)(
    'notifies the owner of a claim that is %s',
    (to) => {
      expect(eventsOfStep(paid('none'), paid(to), step('buyer'))).toEqual(['claim'])
    },
  )

  it('notifies the owner of returned goods, but not of a claim step that needs no answer', () => {
    expect(eventsOfStep(paid('returning'), paid('sent-back'), step('buyer'))).toEqual(['claim'])
    expect(eventsOfStep(paid('offered'), paid('agreed'), step('buyer'))).toEqual([])
    expect(eventsOfStep(paid('offered'), paid('none'), step('buyer'))).toEqual([])
  })
})

describe('isStillTrue', () => {
  it('is false for a claim that the owner has answered', () => {
    for (const answered of ['agreed', 'offered', 'declined', 'settled'] as const)
      expect(isStillTrue('claim', paid(answered))).toBe(false)
    for (const open of ['sent-back', 'resending'] as const)
      expect(isStillTrue('claim', paid(open))).toBe(true)
  })

  it('is false for the answer to a claim once the buyer has answered it', () => {
    expect(isStillTrue('answered', paid('offered'))).toBe(true)
    for (const over of ['asked', 'settled', 'none'] as const)
      expect(isStillTrue('answered', paid(over))).toBe(false)
  })

  it('is false for a failed refund once all of its money was returned in person', () => {
    const event = (action: string, amount = 0): OrderEvent => ({ action, by: 'gateway', at: 0, amount })
    const history = [event(REFUND_FAILED, 300), event(CLAIM_REFUND_FAILED, 200)]
    const isTrueAfter = (...actions: string[]) =>
      isStillTrue('refund-failed', {
        ...paid('none'),
        history: [...history, ...actions.map((one) => event(one))],
      })
    expect([isTrueAfter(), isTrueAfter('settle'), isTrueAfter(RETURN_BY_HAND)]).toEqual([true, true, true])
    expect(isTrueAfter('settle', RETURN_BY_HAND)).toBe(false)
  })

  it('is true for goods sent again, also of a finished order, until another claim is made', () => {
    expect(isStillTrue('resent', paid('settled'))).toBe(true)
    expect(isStillTrue('resent', paid('asked'))).toBe(false)
  })
})

describe('messageWords', () => {
  it.each(Object.entries(messageWords.events))(
    'has words for the event %s that fit into the fields of WeChat',
    (_, { status, tip }) => {
      expect(status).toMatch(/^\p{Script=Han}{1,5}$/u)
      expect([...tip].length).toBeLessThanOrEqual(20)
    },
  )
})

const HOUR = 3_600_000
/** A time of the 25th of November in China, or of the days after it. */
const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 25, hour - 8, minute)

describe('warnedUntil', () => {
  it('returns a time six hours ahead by day', () => {
    for (const hour of [7, 12, 21]) expect(warnedUntil(DEFAULT_QUIET_HOURS, at(hour))).toBe(at(hour + 6))
  })

  it('returns an hour after the end of quiet hours that begin soon', () => {
    expect(warnedUntil(DEFAULT_QUIET_HOURS, at(21, 29))).toBe(at(27, 29))
    for (const minute of [30, 45, 59]) expect(warnedUntil(DEFAULT_QUIET_HOURS, at(21, minute))).toBe(at(31))
  })

  it('handles quiet hours that begin after midnight or lie within a day', () => {
    expect(warnedUntil({ from: 0, until: 8 * 60 }, at(23, 40))).toBe(at(33))
    expect(warnedUntil({ from: 60, until: 9 * 60 }, at(24, 35))).toBe(at(34))
    expect(warnedUntil({ from: 9 * 60, until: 17 * 60 }, at(8, 30))).toBe(at(18))
  })

  it('returns a time six hours ahead without quiet hours and before short ones', () => {
    expect(warnedUntil({ from: 0, until: 0 }, at(23, 45))).toBe(at(29, 45))
    expect(warnedUntil({ from: 12 * 60, until: 13 * 60 }, at(11, 45))).toBe(at(17, 45))
  })

  it('leaves no order that expires in quiet hours or an hour after them without an earlier warning', () => {
    for (let expiry = at(22); expiry <= at(31); expiry += HOUR / 4) {
      const minutes = Array.from({ length: 1440 }, (_, i) => at(6) + i * 60_000)
      const warned = minutes.find((now) => warnedUntil(DEFAULT_QUIET_HOURS, now) >= expiry)
      expect(warned).toBeLessThan(at(22))
      expect(quietEnd(DEFAULT_QUIET_HOURS, warned ?? 0)).toBeUndefined()
    }
  })

  it('never exceeds the longest warning', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const now = at(0, minute)
      const until = warnedUntil({ from: 600, until: 599 }, now)
      expect(until - now).toBeLessThanOrEqual(LONGEST_EXPIRY_WARNING_MS)
    }
  })
})
