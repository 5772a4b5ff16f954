import type { Static } from '@sinclair/typebox'
import type { GroupBuyInputShape, GroupBuyShape, PickupPointShape } from '@/contract/group-buy-shapes'
import type { Fen } from '../money'
import { actionsOf, nextState, type Transition } from '../order/transitions'

/** `short`: it ended below its minimum, and the owner decides. `closed`: it takes place. */
export const groupBuyStates = ['draft', 'open', 'short', 'closed', 'cancelled'] as const
export type GroupBuyState = (typeof groupBuyStates)[number]

/** The steps of an owner. */
export const groupBuyActions = ['publish', 'close', 'accept', 'prolong', 'call-off'] as const
export type GroupBuyAction = (typeof groupBuyActions)[number]

/** What closing does when the minimum is missed. */
const FALL_SHORT = 'fall-short'

type Row = Transition<GroupBuyAction | typeof FALL_SHORT, GroupBuyState>

/** The state table of group buys, used by the server to validate and by screens to offer actions. */
export const groupBuyTransitions: Record<GroupBuyState, readonly Row[]> = {
  draft: [{ action: 'publish', by: ['owner'], to: 'open' }],
  open: [
    { action: 'close', by: ['owner', 'system'], to: 'closed' },
    { action: FALL_SHORT, by: ['owner', 'system'], to: 'short' },
    { action: 'call-off', by: ['owner'], to: 'cancelled' },
  ],
  short: [
    { action: 'accept', by: ['owner'], to: 'closed' },
    { action: 'prolong', by: ['owner'], to: 'open' },
    { action: 'call-off', by: ['owner', 'system'], to: 'cancelled' },
  ],
  closed: [],
  cancelled: [],
}

/** A group buy, as everybody may read it. */
export type GroupBuy = Static<typeof GroupBuyShape>
/** What its owner sets. */
export type GroupBuyInput = Static<typeof GroupBuyInputShape>
export type GroupBuyGoods = GroupBuy['goods'][number]
export type GroupBuyCounts = GroupBuy['counts']
/** A named place of a shop where goods are handed out, with day and hours in words. */
export type PickupPoint = Static<typeof PickupPointShape>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const MAX_OPEN_GROUP_BUYS = 20
/** Entries of one group buy, those that were left among them. */
export const MAX_ENTRIES = 2000
export const MAX_GROUP_BUY_GOODS = 20
export const MAX_POINTS = 20
export const MAX_GROUP_BUY_WORDS = 200
/** The longest time in ms from publishing to the end. */
export const MAX_GROUP_BUY_MS = 60 * DAY_MS
/** A group buy that fell short is called off unless its owner decides within this time, in ms. */
export const DECIDE_WITHIN_MS = DAY_MS
/** The longest time in ms by which a group buy is prolonged. */
export const MAX_PROLONG_MS = 7 * DAY_MS
/** The maximum per person of a new group buy. */
export const DEFAULT_MAX_PER_PERSON = 10
/** Entries changed by one transaction, and entries or ticks of one request. */
export const ENTRY_BATCH = 100
/**
 * Entries are paid online when they join if the group buy ends within this time (ms), because WeChat wants paid goods to be sent within
 * 48 hours; else once it has closed, within `PAY_AFTER_CLOSING_MS`.
 */
export const PAY_AT_JOINING_MS = 48 * HOUR_MS
export const PAY_AFTER_CLOSING_MS = DAY_MS

/** The kinds of a minimum: a number of entries or of units, or an amount in fen. */
export const minimumKinds = ['entries', 'units', 'amount'] as const

/** True when a group buy without a minimum, or one that has reached it, takes place. */
export const isMinimumMet = ({ minimum }: Pick<GroupBuyInput, 'minimum'>, counts: GroupBuyCounts): boolean =>
  minimum === undefined || counts[minimum.kind] >= minimum.value

/** What a group buy still lacks to its minimum, in the unit of its kind; 0 when nothing. */
export const missingToMinimum = ({ minimum, counts }: Pick<GroupBuy, 'minimum' | 'counts'>): number =>
  minimum === undefined ? 0 : Math.max(0, minimum.value - counts[minimum.kind])

/** What the next step of a group buy depends on. */
export type Steppable = Pick<GroupBuy, 'state' | 'minimum' | 'counts' | 'prolonged'> & {
  /** True when an entry is paid. */
  isPaid: boolean
}

/**
 * The state after an action, or `null` if the actor may not take it now. Closing leads to `short` below the minimum. It is prolonged once,
 * and only while nothing is paid.
 */
export function nextGroupBuyState(
  groupBuy: Steppable,
  action: GroupBuyAction,
  actor: 'owner' | 'system',
): GroupBuyState | null {
  if (action === 'prolong' && (groupBuy.prolonged || groupBuy.isPaid)) return null
  const isShort = action === 'close' && !isMinimumMet(groupBuy, groupBuy.counts)
  return nextState(groupBuyTransitions, groupBuy.state, isShort ? FALL_SHORT : action, actor)
}

/** The steps that an owner may take now, in the order of their buttons. */
export const allowedGroupBuyActions = (groupBuy: Steppable): GroupBuyAction[] =>
  actionsOf(groupBuyTransitions, groupBuy.state, 'owner').filter(
    (action): action is GroupBuyAction =>
      action !== FALL_SHORT && nextGroupBuyState(groupBuy, action, 'owner') !== null,
  )

/** True while people can join. */
export const isJoinable = ({ state, endsAt }: Pick<GroupBuy, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'open' && now < endsAt

/** True when an entry that joins now is paid online at once. */
export const isPaidAtJoining = ({ endsAt }: Pick<GroupBuy, 'endsAt'>, now: number): boolean =>
  endsAt - now <= PAY_AT_JOINING_MS

/** True when nothing is left of any goods. */
export const isAllTaken = (goods: readonly Pick<GroupBuyGoods, 'left'>[]): boolean =>
  goods.length > 0 && goods.every(({ left }) => left <= 0)

/** WeChat keeps a card in a chat current for this time, in ms. */
export const CURRENT_CARD_MS = DAY_MS

/**
 * How many entries there can be at most: those that stand, and one more for each unit that is left. `undefined` unless all goods have a
 * maximum.
 */
export const entryLimit = ({ goods, counts }: Pick<GroupBuy, 'goods' | 'counts'>): number | undefined =>
  goods.every(({ max }) => max !== undefined)
    ? Math.min(MAX_ENTRIES, counts.entries + goods.reduce((sum, { left }) => sum + left, 0))
    : undefined

/** True when its cards in chats are kept current: it can be joined, ends within a day, and limits its entries. */
export const hasCurrentCard = (
  groupBuy: Pick<GroupBuy, 'state' | 'endsAt' | 'goods' | 'counts'>,
  now: number,
): boolean =>
  isJoinable(groupBuy, now) && groupBuy.endsAt - now <= CURRENT_CARD_MS && entryLimit(groupBuy) !== undefined

/** The price of goods in a group buy, in fen. */
export const priceOf = ({ price, shopPrice }: { price?: Fen; shopPrice: Fen }): Fen => price ?? shopPrice

/** A name as public lists show it, or `undefined` for somebody without one: 王**. */
export function maskName(name: string): string | undefined {
  const [first] = name.trim()
  return first === undefined ? undefined : `${first}**`
}
