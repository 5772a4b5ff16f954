import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { createId } from '@/domain/id'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { Tables } from '../../db/tables'
import { DAY_MS } from '../../jobs/intervals'
import { endBlockAppeals } from '../appeals/block-appeals'
import { type AuditDetails, addAuditEntry } from './audit-trail'
import type { OperatorDependencies } from './operator-log'

/** How long a shop keeps the hash of the network from which it was opened, in ms. */
export const NEAR_MS = 30 * DAY_MS

/** Shops of one network that are listed as a wave. */
const MIN_SHOPS = 10
const MAX_LISTED = 50
/** Shops that one transaction changes, so that others do not wait long. */
const BATCH = 200

/** Shops that were opened from one network within thirty days. */
export interface Wave {
  /** The keyed hash of the network. */
  near: string
  shops: number
  /** How many of them are blocked. */
  blocked: number
  /** How many have delivered an order of a later day, and are not blocked with the others. */
  trusted: number
  firstAt: number
  lastAt: number
  /** Names of some of them. */
  names: string[]
  /** The wave with which some were blocked, which can be undone. */
  blockedBy?: string
}

/**
 * The condition that a shop has delivered an order that was placed a day or more after it opened. Whoever opens many shops at once could
 * order in them himself, so that earlier orders prove nothing.
 */
const hasDelivered = (eb: ExpressionBuilder<Tables, 'shop'>) =>
  eb.exists(
    eb
      .selectFrom('shop_order')
      .select('shop_order.id')
      .whereRef('shop_order.shop_id', '=', 'shop.shop_id')
      .where('shop_order.state', '=', 'done')
      .where('shop_order.created_at', '>=', eb(eb.ref('shop.opened_at'), '+', DAY_MS)),
  )

/** Lists the networks from which many shops were opened, those of the newest shops first. */
export async function readWaves(db: Query): Promise<Wave[]> {
  const rows = await db
    .selectFrom('shop')
    .select(({ fn }) => [
      'opened_near as near',
      fn.countAll<number>().as('shops'),
      fn.count<number>('blocked_at').as('blocked'),
      fn.min('opened_at').as('first'),
      fn.max('opened_at').as('last'),
      fn.max('blocked_by').as('blocked_by'),
    ])
    .where('opened_near', 'is not', null)
    .groupBy('opened_near')
    .having(({ fn }) => fn.countAll(), '>=', MIN_SHOPS)
    .orderBy('last', 'desc')
    .limit(MAX_LISTED)
    .execute()
  return Promise.all(
    rows.map(async ({ near, shops, blocked, first, last, blocked_by }) => ({
      ...{ near: near ?? '', shops: Number(shops), blocked: Number(blocked) },
      ...{ trusted: await countTrusted(db, near ?? ''), names: await namesOf(db, near ?? '') },
      ...{ firstAt: Number(first), lastAt: Number(last) },
      ...(blocked_by === null ? {} : { blockedBy: blocked_by }),
    })),
  )
}

async function countTrusted(db: Query, near: string): Promise<number> {
  const row = await db
    .selectFrom('shop')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('opened_near', '=', near)
    .where(hasDelivered)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

async function namesOf(db: Query, near: string): Promise<string[]> {
  const rows = await db
    .selectFrom('shop')
    .select('name')
    .where('opened_near', '=', near)
    .orderBy('opened_at', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ name }) => name)
}

interface WaveChange {
  /** The id of the change, made by the operator's page. */
  waveId: string
  operatorId: string | null
  reason: string
  ownerReason?: string | undefined
}

/** What runs each transaction of a change, with the right of its operator checked inside. */
type RunInTx = <T>(work: (tx: Query) => Promise<T>) => Promise<T>

interface Deps extends OperatorDependencies {
  runInTx: RunInTx
}

/** @throws ApiError `not-found` for a network from which no shop was opened within thirty days */
async function requireNetwork(db: Query, near: string): Promise<void> {
  const shop = await db
    .selectFrom('shop')
    .select('shop_id')
    .where('opened_near', '=', near)
    .executeTakeFirst()
  if (!shop) throw new ApiError('not-found')
}

/** @throws ApiError `not-found` for a wave that was never blocked, or was of another network, as far as that is still known */
async function requireWave(db: Query, near: string, waveId: string): Promise<void> {
  const shops = await db.selectFrom('shop').select('opened_near').where('blocked_by', '=', waveId).execute()
  if (shops.some(({ opened_near }) => opened_near !== null && opened_near !== near))
    throw new ApiError('not-found')
  if (shops.length > 0) return
  const entry = await db
    .selectFrom('audit_entry')
    .select('number')
    .where('action', '=', 'block-wave')
    .where('subject', '=', waveId)
    .executeTakeFirst()
  if (!entry) throw new ApiError('not-found')
}

/**
 * Blocks the shops of a network that are not trusted by orders, in batches. The same change again goes on where it was interrupted.
 * @returns the ids of the shops that this call blocked, and how many are blocked with the wave
 * @throws ApiError `not-found` for an unknown network
 */
export async function blockWave(deps: Deps, near: string, { waveId, operatorId, ...reasons }: WaveChange) {
  await deps.runInTx((tx) => requireNetwork(tx, near))
  const where: Where = (eb) =>
    eb.and([eb('opened_near', '=', near), eb('blocked_at', 'is', null), eb.not(hasDelivered(eb))])
  const values = { blocked_at: deps.clock(), blocked_by: waveId }
  const ids = await changeInBatches(deps, where, { action: 'block', values, ...reasons })
  const shops = await deps.runInTx(async (tx) => {
    const count = await countBlocked(tx, waveId)
    const { reason, ownerReason = null } = reasons
    if (count > 0)
      await addOnce(deps, tx, operatorId, 'block-wave', waveId, { shops: count, reason, ownerReason })
    return count
  })
  return { ids, shops }
}

/** Unblocks the shops that were blocked with a wave. @returns the ids of those that this call unblocked @throws ApiError `not-found` */
export async function unblockWave(
  deps: Deps,
  near: string,
  { waveId, operatorId, reason }: WaveChange,
): Promise<string[]> {
  await deps.runInTx((tx) => requireWave(tx, near, waveId))
  const values = { blocked_at: null, blocked_by: null }
  const change: Change = { action: 'unblock', values, reason }
  const ids = await changeInBatches(deps, (eb) => eb('blocked_by', '=', waveId), change)
  const details = { shops: ids.length, reason }
  if (ids.length > 0)
    await deps.runInTx((tx) => addOnce(deps, tx, operatorId, 'unblock-wave', waveId, details))
  return ids
}

/** Adds an audit entry unless it stands there already, as after a repeated request. */
async function addOnce(
  deps: Deps,
  tx: Query,
  operatorId: string | null,
  action: 'block-wave' | 'unblock-wave',
  subject: string,
  details: AuditDetails,
): Promise<void> {
  const known = await tx
    .selectFrom('audit_entry')
    .select('number')
    .where('action', '=', action)
    .where('subject', '=', subject)
    .where('details', '=', JSON.stringify(details))
    .executeTakeFirst()
  if (!known) await addAuditEntry(deps, tx, { operatorId, action, subject, details })
}

async function countBlocked(db: Query, waveId: string): Promise<number> {
  const row = await db
    .selectFrom('shop')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('blocked_by', '=', waveId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The condition on the shops that a change is about. */
type Where = (eb: ExpressionBuilder<Tables, 'shop'>) => Expression<SqlBool>

interface Change extends Pick<WaveChange, 'reason' | 'ownerReason'> {
  action: 'block' | 'unblock'
  values: { blocked_at: number | null; blocked_by: string | null }
}

/** Changes shops, some at a time, each with an entry in its log. @returns their ids */
async function changeInBatches({ runInTx, ...deps }: Deps, where: Where, change: Change): Promise<string[]> {
  const changed: string[] = []
  for (;;) {
    const ids = await runInTx((tx) => changeSome(deps, tx, where, change))
    changed.push(...ids)
    if (ids.length < BATCH) return changed
  }
}

async function changeSome(
  { clock, random }: OperatorDependencies,
  tx: Query,
  where: Where,
  { action, values, reason, ownerReason }: Change,
): Promise<string[]> {
  const shops = await tx
    .selectFrom('shop')
    .select(['shop_id', 'slug'])
    .where(where)
    .orderBy('shop_id')
    .limit(BATCH)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
  if (shops.length === 0) return []
  const ids = shops.map(({ shop_id }) => shop_id)
  await tx
    .updateTable('shop')
    .set((eb) => ({ ...values, changes: eb('changes', '+', 1) }))
    .where('shop_id', 'in', ids)
    .execute()
  await endBlockAppeals(tx, ids)
  const at = clock()
  const rows = shops.map(({ shop_id, slug }) => ({
    ...{ id: createId(at, random(16)), at, action, shop_id, slug, reason },
    owner_reason: ownerReason ?? null,
  }))
  await tx.insertInto('operator_log').values(rows).execute()
  return ids
}

/** Forgets from which networks shops were opened more than thirty days ago. */
export async function forgetNetworks(db: Query, now: number): Promise<void> {
  await db
    .updateTable('shop')
    .set({ opened_near: null })
    .where('opened_near', 'is not', null)
    .where('opened_at', '<', now - NEAR_MS)
    .execute()
}
