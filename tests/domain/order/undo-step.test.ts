import { afterSaleStates, isAboutCancelling } from '@/domain/order/after-sale'
import { transition } from '@/domain/order/order-step'
import { findUndoableStep, UNDO_STEP_MS } from '@/domain/order/undo-step'
import { states } from './sample-order'

const finished = { by: 'owner', action: 'finish', at: 1000 } as const

describe('order transition', () => {
  describe('for undo-finish', () => {
    const undoable = (...given: Parameters<typeof states>) => ({
      ...states(...given),
      undoableStep: 'finish' as const,
    })

    it('makes the money due again that finishing collected', () => {
      expect(transition(undoable('done', 'paid'), 'undo-finish', 'owner')).toEqual(states('underway', 'due'))
    })

    it('leaves an online payment paid', () => {
      expect(transition(undoable('done', 'paid', 'none', 'wechat'), 'undo-finish', 'owner')).toEqual(
        states('underway', 'paid', 'none', 'wechat'),
      )
    })

    it.each([
      ['due', 'underway', 'on-delivery', 'cancel-asked'],
      ['due', 'underway', 'on-delivery', 'cancel-declined'],
      ['paid', 'underway', 'wechat', 'cancel-declined'],
    ] as const)(
      'restores the cancellation request that finishing ended (payment %s)',
      (payment, state, method, ended) => {
        expect(
          transition(undoable('done', 'paid', 'none', method), 'undo-finish', 'owner', { ended }),
        ).toEqual(states(state, payment, ended, method))
      },
    )

    it('rejects the buyer, and an order that is no longer undoable', () => {
      expect(transition(undoable('done', 'paid'), 'undo-finish', 'buyer')).toBeNull()
      expect(transition(states('done', 'paid'), 'undo-finish', 'owner')).toBeNull()
    })

    it('allows undo-finish for ten minutes', () => {
      const order = { ...states('done', 'paid'), history: [finished] }
      expect(findUndoableStep(order, 1000 + UNDO_STEP_MS - 1)).toBe('finish')
      expect(findUndoableStep(order, 1000 + UNDO_STEP_MS)).toBeUndefined()
    })
  })

  describe('for undo-collect', () => {
    const undoable = (...given: Parameters<typeof states>) => ({
      ...states(...given),
      undoableStep: 'collect' as const,
    })

    it('makes the payment of a finished order due again', () => {
      const { payment, ...order } = undoable('done', 'paid')
      const collected = {
        ...order,
        payment: { ...payment, collected: { amount: 4900, means: 'code' as const } },
      }
      expect(transition(collected, 'undo-collect', 'owner')).toEqual(states('done', 'due'))
    })

    it('restores the cancellation request that collecting ended', () => {
      const ended = { ended: 'cancel-asked' } as const
      expect(transition(undoable('done', 'paid'), 'undo-collect', 'owner', ended)).toEqual(
        states('done', 'due', 'cancel-asked'),
      )
    })

    it('rejects the buyer, and an order of which collecting is no longer undoable', () => {
      expect(transition(undoable('done', 'paid'), 'undo-collect', 'buyer')).toBeNull()
      expect(transition(states('done', 'paid'), 'undo-collect', 'owner')).toBeNull()
    })

    it('allows undo-collect for ten minutes before undo-finish, unless money was returned', () => {
      const collected = { by: 'owner', action: 'collect', at: 2000 } as const
      const order = { ...states('done', 'paid'), history: [finished, collected] }
      expect(findUndoableStep(order, 2000 + UNDO_STEP_MS - 1)).toBe('collect')
      expect(findUndoableStep(order, 2000 + UNDO_STEP_MS)).toBeUndefined()
      const settled = { by: 'owner', action: 'settle', at: 2001 } as const
      expect(findUndoableStep({ ...order, history: [...order.history, settled] }, 2002)).toBeUndefined()
      const undone = { by: 'owner', action: 'undo-collect', at: 2001 } as const
      expect(findUndoableStep({ ...order, history: [...order.history, undone] }, 2002)).toBe('finish')
    })
  })

  describe.each(afterSaleStates.filter((state) => state !== 'none' && !isAboutCancelling(state)))(
    'after a claim (%s)',
    (afterSale) => {
      it('rejects undoing to finish or to collect', () => {
        const collected = { by: 'owner', action: 'collect', at: 2000 } as const
        const order = { ...states('done', 'paid', afterSale), history: [finished] }
        expect(findUndoableStep(order, 2001)).toBeUndefined()
        expect(findUndoableStep({ ...order, history: [finished, collected] }, 2001)).toBeUndefined()
      })
    },
  )
})
