import type { RouteBody } from '@/contract/routes'
import { isOpenLimitReached, publishErrors } from '@/domain/group-buy/edit'
import {
  DECIDE_WITHIN_MS,
  type GroupBuy,
  type GroupBuyAction,
  type GroupBuyState,
  isAllTaken,
  isJoinable,
  MAX_PROLONG_MS,
  nextGroupBuyState,
} from '@/domain/group-buy/group-buy'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { queueNotice } from '../notices/queue-notice'
import { addGroupBuyJob } from './due-job'
import { fixPrices } from './save-group-buy'
import {
  findGroupBuy,
  type GroupBuyKey,
  type GroupBuyRow,
  isEntryOf,
  mustFindGroupBuy,
  type StoredStep,
  toGroupBuy,
  toSteppable,
} from './store'
import { strikePrices } from './struck-prices'

interface Move {
  action: GroupBuyAction
  actor: 'owner' | 'system'
  now: number
  id?: string
  endsAt?: number | undefined
}

/**
 * Moves a group buy by a step of its owner, once for each id. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` with it as it is, `bad-input` for what it lacks, `group-buy-quota`, `idempotency-conflict`.
 */
export async function stepGroupBuy(
  tx: Query,
  key: GroupBuyKey,
  { id, action, endsAt }: RouteBody<'POST /api/shops/:shopId/group-buys/:groupBuyId/steps'>,
  now: number,
): Promise<GroupBuy> {
  const row = await mustFindGroupBuy(tx, key)
  const applied = readJson<StoredStep[]>(row.history).find((step) => step.id === id)
  if (applied && applied.action !== action) throw new ApiError('idempotency-conflict')
  if (applied) return toGroupBuy(tx, row)
  return toGroupBuy(tx, await move(tx, row, { id, action, endsAt, actor: 'owner', now }))
}

async function move(tx: Query, row: GroupBuyRow, step: Move): Promise<GroupBuyRow> {
  const { action, actor, now, id } = step
  const key = { shopId: row.shop_id, groupBuyId: row.id }
  const current = await toGroupBuy(tx, row)
  const state = nextGroupBuyState(await toSteppable(tx, row, current), action, actor)
  if (!state) throw new ApiError('not-allowed-now', { current })
  await checkStep(tx, current, step, row.shop_id)
  if (action === 'publish') await setPrices(tx, key, now)
  const due = dueAfter(row, state, step)
  const history: StoredStep[] = [
    ...readJson<StoredStep[]>(row.history),
    { ...(id === undefined ? {} : { id }), action, by: actor, at: now },
  ]
  const changed = {
    ...{ state, version: row.version + 1, history: JSON.stringify(history) },
    ...(action === 'publish' ? { published_at: now } : {}),
    ...(action === 'prolong' ? { ends_at: due, prolonged: 1 } : {}),
    ...(state === 'short' ? { decide_by: due } : {}),
    ...(state === 'closed' || state === 'cancelled' ? { closed_at: now } : {}),
  }
  await tx
    .updateTable('group_buy')
    .set(changed)
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute()
  await addGroupBuyJob(tx, key, due)
  if (state === 'short')
    await queueNotice(tx, {
      ...{ event: 'group-buy-short', shopId: row.shop_id, subjectId: row.id },
      ...{ occurrence: String(row.version), at: now },
    })
  return { ...row, ...changed }
}

/** When something has to be done next (epoch ms). */
function dueAfter(row: GroupBuyRow, state: GroupBuyState, { action, endsAt, now }: Move): number {
  if (action === 'prolong') return endsAt ?? now
  if (state === 'open') return row.ends_at
  return state === 'short' ? now + DECIDE_WITHIN_MS : now
}

async function checkStep(
  tx: Query,
  current: GroupBuy,
  { action, endsAt, now }: Move,
  shopId: string,
): Promise<void> {
  if (action === 'prolong' && (endsAt === undefined || endsAt <= now || endsAt > now + MAX_PROLONG_MS))
    throw badInput('/endsAt', 'is over, or later than in 7 days')
  if (action !== 'publish') return
  const fields = publishErrors(current, now)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  const open = await tx
    .selectFrom('group_buy')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (isOpenLimitReached(Number(open.count))) throw new ApiError('group-buy-quota')
}

async function setPrices(tx: Query, key: GroupBuyKey, now: number): Promise<void> {
  await fixPrices(tx, key)
  await strikePrices(tx, key, now)
}

/**
 * Does for a group buy what is due: closes it at its end, or when all is taken and no entry waits for its payment; calls it off when its
 * owner has not decided in time. Call it while the shop is locked.
 */
export async function advanceGroupBuy(
  tx: Query,
  key: GroupBuyKey,
  now: number,
): Promise<GroupBuyRow | undefined> {
  const row = await findGroupBuy(tx, key)
  if (!row) return undefined
  if (row.state === 'short' && row.decide_by !== null && now >= row.decide_by)
    return move(tx, row, { action: 'call-off', actor: 'system', now })
  if (row.state !== 'open') return row
  const groupBuy = await toGroupBuy(tx, row)
  const isOver = !isJoinable(groupBuy, now)
  const isFull = isAllTaken(groupBuy.goods) && row.entries > 0 && !(await hasUnpaid(tx, key))
  return isOver || isFull ? move(tx, row, { action: 'close', actor: 'system', now }) : row
}

/** True while an entry that is paid at joining waits for its payment. */
async function hasUnpaid(tx: Query, key: GroupBuyKey): Promise<boolean> {
  const row = await tx
    .selectFrom('shop_order')
    .select('id')
    .where(isEntryOf(key))
    .where('state', '=', 'placed')
    .where('payment_state', '=', 'pending')
    .where('pay_until', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
