import type { GroupBuyState } from '@/domain/group-buy/group-buy'
import type { GroupBuyInState } from '../support/stories/group-buy-in-state'
import { newId, type TestEnvironment } from '../support/test-environment'
import { entryFor, groupBuyDraft } from '../support/test-group-buy'

/** Callers, in relation to the group buy. The `helper` may change all that helpers may; the `trainer` nothing in this shop. */
export const callers = [
  'owner',
  'helper',
  'trainer',
  'other owner',
  'buyer',
  'other buyer',
  'nobody',
] as const
export type Caller = (typeof callers)[number]

/** The state after a request that is answered, and what is true of the answer; or the code of its refusal, or an answer that changes nothing. */
export type Outcome = { to: GroupBuyState | 'removed' } | { refused: string } | { same: object }

type Outcomes = Record<GroupBuyState, Outcome>

export interface TableRequest {
  route: (groupBuy: GroupBuyInState) => string
  body?: (groupBuy: GroupBuyInState, env: TestEnvironment) => object
  /** The outcome for each caller who may read what the request is about; for others it does not exist. */
  by: Partial<Record<Caller, Outcomes>>
  /** What is true of an answer that changes something, apart from its status. */
  answer?: object
}

const to = (state: GroupBuyState | 'removed'): Outcome => ({ to: state })
const NOT_NOW: Outcome = { refused: 'not-allowed-now' }
const GONE: Outcome = { refused: 'not-found' }
const OVER: Outcome = { refused: 'group-buy-over' }

/** An entry that gathers is not handed out. */
const GATHERING: Outcome = { same: { items: [{ state: 'placed', gathering: true }] } }
const refusedPaste = (code: string): Outcome => ({ same: { items: [{ code }] } })

const DAY = 86_400_000

const never: Outcomes = {
  ...{ draft: NOT_NOW, open: NOT_NOW, short: NOT_NOW, closed: NOT_NOW, cancelled: NOT_NOW },
}
const ofEntry: Outcomes = { ...never, draft: GONE }

const step = (action: string, states: Partial<Outcomes>): TableRequest => ({
  route: ({ route }) => `POST ${route}/steps`,
  body: () => ({ id: newId(), action }),
  by: { owner: { ...never, ...states } },
})

/** What an older app sends about the order of an entry; it is answered as for any order once the group buy has closed. */
const orderStep = (action: string, states: Partial<Outcomes> = {}): TableRequest => ({
  route: ({ shop, entryId }) => `POST /api/shops/${shop.shopId}/orders/${entryId}/steps`,
  body: () => ({ id: newId(), action }),
  by: { owner: { ...ofEntry, ...states }, buyer: ofEntry },
})

const joined: Outcomes = {
  ...{ draft: GONE, open: to('open'), short: OVER, closed: OVER },
  cancelled: { refused: 'group-buy-cancelled' },
}
// an entry that was called off is answered as one that left
const left: Outcomes = { ...ofEntry, open: to('open'), cancelled: to('cancelled') }

/** Every request that steps a group buy or its entries: who may send it, and the answer and the next state for each state. */
export const groupBuyTable: Record<string, TableRequest> = {
  'saves it': {
    route: ({ route }) => `PUT ${route}`,
    body: ({ shop, pointId, version }, env) => ({
      version,
      ...groupBuyDraft(shop, env, { words: '多带一点', endsAt: env.deps.clock() + 4 * DAY }),
      ...{ points: [{ id: pointId, name: '学校门口' }], minimum: { kind: 'units', value: 15 } },
    }),
    by: { owner: { ...never, draft: to('draft'), open: to('open') } },
    answer: { words: '多带一点' },
  },
  'removes the draft': {
    route: ({ route }) => `DELETE ${route}`,
    by: { owner: { ...never, draft: to('removed') } },
  },
  publishes: step('publish', { draft: to('open') }),
  // the minimum is not met
  closes: step('close', { open: to('short') }),
  accepts: step('accept', { short: to('closed') }),
  prolongs: {
    ...step('prolong', { short: to('open') }),
    body: (_, env) => ({ id: newId(), action: 'prolong', endsAt: env.deps.clock() + DAY }),
  },
  'calls off': step('call-off', { open: to('cancelled'), short: to('cancelled') }),
  joins: {
    route: ({ route }) => `PUT ${route}/entries/${newId()}`,
    body: (groupBuy) => entryFor(groupBuy),
    by: Object.fromEntries(callers.filter((one) => one !== 'nobody').map((one) => [one, joined])),
    answer: { state: 'placed', gathering: true },
  },
  'changes the entry': {
    route: ({ route }) => `PUT ${route}/entries/${newId()}`,
    body: (groupBuy) => entryFor(groupBuy, 4, { replaces: groupBuy.entryId }),
    by: { buyer: { ...ofEntry, open: to('open'), short: OVER } },
    answer: { state: 'placed', gathering: true, groupBuy: { entry: 1 } },
  },
  'leaves with the entry': {
    route: ({ route, entryId }) => `DELETE ${route}/entries/${entryId}`,
    by: { buyer: left, owner: { ...left, open: NOT_NOW } },
    answer: { state: 'cancelled' },
  },
  'removes the pasted entry': {
    route: ({ route, pastedId }) => `DELETE ${route}/entries/${pastedId}`,
    by: { owner: left },
    answer: { state: 'cancelled' },
  },
  pastes: {
    route: ({ route }) => `POST ${route}/pasted`,
    body: ({ shop }) => ({
      entries: [{ orderId: newId(), name: '邻居二', lines: [{ skuId: shop.skuId, quantity: 1 }] }],
    }),
    by: {
      owner: {
        ...{ draft: GONE, open: to('open'), short: refusedPaste('group-buy-over') },
        ...{ closed: refusedPaste('group-buy-over'), cancelled: refusedPaste('group-buy-cancelled') },
      },
    },
    answer: { items: [{ number: 3 }] },
  },
  'hands out the entry': {
    route: ({ route }) => `POST ${route}/hand-outs`,
    body: ({ entryId }) => ({ ticks: [{ id: newId(), orderId: entryId, kind: 'hand-out' }] }),
    by: {
      owner: {
        ...{ draft: { same: { items: [] } }, open: GATHERING, short: GATHERING },
        ...{ closed: to('closed'), cancelled: { same: { items: [{ state: 'cancelled' }] } } },
      },
    },
    answer: { items: [{ state: 'done' }] },
  },
  'accepts the order of the entry': orderStep('accept'),
  'cancels the order of the entry': orderStep('cancel', { closed: to('closed') }),
}
