import { allowedActions } from '@/domain/order-transitions'
import { asksFirst, movesFor } from '@/features/orders/order-moves'
import { progressOf } from '@/features/orders/progress'
import { order } from './sample-orders'

const paid = { method: 'on-delivery', state: 'paid' } as const
const asked = order({ state: 'done', payment: paid, afterSale: 'asked' })

test.each([
  ['accept', order(), 'owner'],
  ['send', order({ state: 'accepted' }), 'owner'],
  ['undo-finish', order({ state: 'done', payment: paid, undoable: true }), 'owner'],
  ['collect', order({ state: 'done', undoable: true }), 'owner'],
  ['finish', order({ state: 'underway' }), 'owner'],
  ['finish', order({ state: 'underway', afterSale: 'cancel-asked' }), 'owner'],
  ['collect', order({ state: 'done' }), 'owner'],
  ['agree', asked, 'owner'],
  ['finish', order({ state: 'underway' }), 'buyer'],
  [undefined, order(), 'buyer'],
  [undefined, asked, 'buyer'],
  [undefined, order({ state: 'done', payment: paid }), 'owner'],
] as const)('%p is the next step', (main, one, side) => {
  expect(movesFor(one, side).main).toBe(main)
})

test('every step of the tables has a button and none is made up', () => {
  for (const one of [order(), order({ state: 'underway', afterSale: 'cancel-asked' }), asked])
    for (const side of ['owner', 'buyer'] as const) {
      const { main, apart } = movesFor(one, side)
      expect([...(main ? [main] : []), ...apart].sort()).toEqual([...allowedActions(one, side)].sort())
    }
})

test('what ends an order asks first, stands apart and last', () => {
  expect(asksFirst('cancel')).toBe(true)
  expect(asksFirst('send')).toBe(false)
  expect(movesFor(order({ state: 'underway', payment: paid, afterSale: 'asked' }), 'owner').apart).toEqual([
    'agree',
    'decline',
    'cancel',
  ])
})

test('progress shows what was reached and when', () => {
  const history = [
    { action: 'accept', by: 'owner', at: 4 },
    { action: 'send', by: 'owner', at: 5 },
  ] as const
  const sent = order({ state: 'underway', history: [...history] })
  expect(progressOf(sent).map(({ key, reached, at }) => [key, reached, at])).toEqual([
    ['placed', true, sent.createdAt],
    ['accepted', true, 4],
    ['underway', true, 5],
    ['done', false, undefined],
  ])
  const finished = { action: 'finish', by: 'owner', at: 6 } as const
  const undone = { action: 'undo-finish', by: 'owner', at: 7 } as const
  const again = order({ state: 'underway', history: [...history, finished, undone] })
  expect(progressOf(again).at(-1)).toEqual({ key: 'done', reached: false })
})

test('a cancelled order ends where it was cancelled', () => {
  const cancelled = order({ state: 'cancelled', history: [{ action: 'cancel', by: 'buyer', at: 9 }] })
  expect(progressOf(cancelled).map(({ key }) => key)).toEqual(['placed', 'cancelled'])
  const late = order({
    state: 'cancelled',
    history: [
      { action: 'send', by: 'owner', at: 5 },
      { action: 'cancel', by: 'owner', at: 9 },
    ],
  })
  expect(
    progressOf(late)
      .map(({ key, at }) => [key, at])
      .slice(1),
  ).toEqual([
    ['underway', 5],
    ['cancelled', 9],
  ])
})
