import type { AfterSaleState } from '@/domain/after-sale'
import { REMIND } from '@/domain/claim'
import { fulfilments } from '@/domain/fulfilment'
import {
  DEFAULT_QUIET_HOURS,
  eventsOfStep,
  isStillTrue,
  LONGEST_EXPIRY_WARNING_MS,
  quietEnd,
  warnedUntil,
} from '@/domain/notification'
import type { OrderEvent, OrderState } from '@/domain/order'
import type { PaymentMethod, PaymentState } from '@/domain/payment'
import { CLAIM_REFUND_FAILED, REFUND_FAILED, RETURN_BY_HAND } from '@/domain/refund'
import type { Actor } from '@/domain/transitions'
import { messageWords } from '@/locales/message'
import { states } from './sample-order'

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
  ] as const)('says of an order %s underway that it is %s', (fulfilment, event) => {
    const [before, after] = [states('accepted'), states('underway')]
    expect(eventsOfStep({ ...before, fulfilment }, { ...after, fulfilment }, step('owner'))).toEqual([event])
  })

  it('has one event for every way of delivery', () => {
    for (const fulfilment of fulfilments)
      expect(
        eventsOfStep(
          { ...states('accepted'), fulfilment },
          { ...states('underway'), fulfilment },
          step('owner'),
        ),
      ).toHaveLength(1)
  })

  it('says that goods were sent again, and nothing of money', () => {
    expect(eventsOfStep(paid('resending'), paid('settled'), step('owner'))).toEqual(['resent'])
  })

  it('says that money was returned for a claim: a part of it in person or by the service, or everything', () => {
    for (const actor of ['owner', 'gateway'] as const) {
      expect(eventsOfStep(paid('agreed'), paid('settled'), step(actor))).toEqual(['refunded'])
      const before = paid('agreed', { payment: 'refunding' })
      expect(eventsOfStep(before, paid('settled', { payment: 'refunded' }), step(actor))).toEqual([
        'refunded',
      ])
    }
  })

  it('says that the rest was returned after a claim was settled', () => {
    const before = paid('settled', { payment: 'refunding' })
    expect(eventsOfStep(before, paid('settled', { payment: 'refunded' }), step('gateway'))).toEqual([
      'refunded',
    ])
  })

  it('says once that money was returned in person, a part of it or all', () => {
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

  it('says that a claim, or a request to cancel, has its answer', () => {
    for (const answered of ['offered', 'returning', 'declined'] as const)
      expect(eventsOfStep(paid('asked'), paid(answered), step('owner'))).toEqual(['answered'])
    expect(eventsOfStep(paid('resend-asked'), paid('resending'), step('system'))).toEqual(['answered'])
    const open = { state: 'accepted' as const }
    expect(eventsOfStep(paid('cancel-asked', open), paid('cancel-declined', open), step('owner'))).toEqual([
      'answered',
    ])
  })

  it('says nothing of an answer that an undone step restores', () => {
    const before = paid('none', { state: 'done' })
    const after = paid('cancel-declined', { state: 'done', payment: 'due' })
    expect(eventsOfStep(before, after, step('owner', 'undo-collect'))).toEqual([])
  })

  it('says only that an order is sent when sending it declines to cancel it', () => {
    const before = paid('cancel-asked', { state: 'accepted' })
    const after = paid('cancel-declined', { state: 'underway' })
    expect(eventsOfStep(before, after, step('owner'))).toEqual(['sent'])
  })

  it('says that money will be returned in person, but not that it will go back the way it came', () => {
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
  ] as const)('reminds the one who has to act while an order is %s', (afterSale, events) => {
    expect(eventsOfStep(paid(afterSale), paid(afterSale), step('system', REMIND))).toEqual(events)
  })

  it('says nothing of money before it is returned', () => {
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

  it('notifies the owner of goods that come back, and of no claim that asks for no answer', () => {
    expect(eventsOfStep(paid('returning'), paid('sent-back'), step('buyer'))).toEqual(['claim'])
    expect(eventsOfStep(paid('offered'), paid('agreed'), step('buyer'))).toEqual([])
    expect(eventsOfStep(paid('offered'), paid('none'), step('buyer'))).toEqual([])
  })
})

describe('isStillTrue', () => {
  it('drops a claim that its owner has answered', () => {
    for (const answered of ['agreed', 'offered', 'declined', 'settled'] as const)
      expect(isStillTrue('claim', paid(answered))).toBe(false)
    for (const open of ['sent-back', 'resending'] as const)
      expect(isStillTrue('claim', paid(open))).toBe(true)
  })

  it('drops the answer to a claim that the buyer has answered', () => {
    expect(isStillTrue('answered', paid('offered'))).toBe(true)
    for (const over of ['asked', 'settled', 'none'] as const)
      expect(isStillTrue('answered', paid(over))).toBe(false)
  })

  it('drops the news of a failed refund once all of its money was returned in person', () => {
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

  it('sends the news of goods that were sent again, also of a finished order', () => {
    expect(isStillTrue('resent', paid('settled'))).toBe(true)
    expect(isStillTrue('resent', paid('asked'))).toBe(false)
  })
})

describe('messageWords', () => {
  it.each(Object.entries(messageWords.events))(
    'of %s fit into the fields of WeChat',
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
  it('is six hours later by day', () => {
    for (const hour of [7, 12, 21]) expect(warnedUntil(DEFAULT_QUIET_HOURS, at(hour))).toBe(at(hour + 6))
  })

  it('is an hour after the end of quiet hours that are close', () => {
    expect(warnedUntil(DEFAULT_QUIET_HOURS, at(21, 29))).toBe(at(27, 29))
    for (const minute of [30, 45, 59]) expect(warnedUntil(DEFAULT_QUIET_HOURS, at(21, minute))).toBe(at(31))
  })

  it('is so for quiet hours that begin after midnight, and for those within a day', () => {
    expect(warnedUntil({ from: 0, until: 8 * 60 }, at(23, 40))).toBe(at(33))
    expect(warnedUntil({ from: 60, until: 9 * 60 }, at(24, 35))).toBe(at(34))
    expect(warnedUntil({ from: 9 * 60, until: 17 * 60 }, at(8, 30))).toBe(at(18))
  })

  it('is six hours later without quiet hours, and before short ones', () => {
    expect(warnedUntil({ from: 0, until: 0 }, at(23, 45))).toBe(at(29, 45))
    expect(warnedUntil({ from: 12 * 60, until: 13 * 60 }, at(11, 45))).toBe(at(17, 45))
  })

  it('leaves no order that expires in quiet hours, or an hour after them, without a warning before', () => {
    for (let expiry = at(22); expiry <= at(31); expiry += HOUR / 4) {
      const minutes = Array.from({ length: 1440 }, (_, i) => at(6) + i * 60_000)
      const warned = minutes.find((now) => warnedUntil(DEFAULT_QUIET_HOURS, now) >= expiry)
      expect(warned).toBeLessThan(at(22))
      expect(quietEnd(DEFAULT_QUIET_HOURS, warned ?? 0)).toBeUndefined()
    }
  })

  it('is never later than the longest warning', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const now = at(0, minute)
      const until = warnedUntil({ from: 600, until: 599 }, now)
      expect(until - now).toBeLessThanOrEqual(LONGEST_EXPIRY_WARNING_MS)
    }
  })
})
