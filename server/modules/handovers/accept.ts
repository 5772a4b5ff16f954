import type { HandoverDraft, Taken } from '@/contract/shop/handovers'
import { createId } from '@/domain/id'
import { SHARED_HELP_MS, type SharedPart } from '@/domain/shop/help'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { startHelp } from '../helps/record-consent'
import { endOpenings, findOpenHelps, toHelp } from '../helps/store'
import { checkShopQuota } from '../quotas/account-quota'
import { ownsShop } from '../shops/owners'
import { passShop } from '../shops/pass-shop'
import { mustFindShop } from '../shops/store'
import { photoOfDraft } from './read'
import { changeOpenHandover, type HandoverRow } from './store'

type Outside = Pick<AppDependencies, 'clock' | 'secret' | 'random' | 'settings'>

export interface Taker {
  accountId: string
  /** The centre for which a helper takes help. */
  centre?: string | undefined
}

/** Marks a hand-over as taken, once. @throws ApiError `code-used` when another phone was faster. */
async function take(tx: Query, { id }: HandoverRow, accountId: string, now: number): Promise<void> {
  if (!(await changeOpenHandover(tx, id, { taken_by: accountId, taken_at: now })))
    throw new ApiError('code-used')
}

/** The shop is the taker's from now on, and whoever opened it for her may do nothing in it any more. */
async function takeShop(deps: Outside, tx: Query, row: HandoverRow, { accountId }: Taker): Promise<Taken> {
  if (row.taken_by === null) {
    await checkShopQuota(deps.settings.quotas, tx, accountId)
    await take(tx, row, accountId, deps.clock())
    // a paper card brought it to another phone at the same moment
    if ((await mustFindShop(tx, row.shop_id)).waiting_since === null) throw new ApiError('code-expired')
  } else if (!(await ownsShop(tx, accountId, row.shop_id))) {
    throw new ApiError('code-used')
  }
  const passing = { shopId: row.shop_id, accountId, request: row.id }
  return { kind: 'shop', ...(await passShop(deps, tx, passing, row.taken_by !== null)) }
}

/** The draft stays with the server until the taker's phone says that it has stored it. */
async function takeDraft({ clock }: Outside, tx: Query, row: HandoverRow, taker: Taker): Promise<Taken> {
  if (row.draft === null) throw new ApiError('code-expired')
  if (row.taken_by === null) await take(tx, row, taker.accountId, clock())
  // the giver's phone no longer opens this shop
  await endOpenings(tx, row.shop_id, clock())
  const photo = await photoOfDraft(tx, row)
  return {
    ...{ kind: 'draft', handoverId: row.id, draft: readJson<HandoverDraft>(row.draft) },
    ...(photo ? { photo } : {}),
  }
}

/** The parts of the shop may be changed for an hour by somebody of a centre. */
async function takeHelp(deps: Outside, tx: Query, row: HandoverRow, taker: Taker): Promise<Taken> {
  const now = deps.clock()
  const { shop_id: shopId } = row
  const { name } = await mustFindShop(tx, shopId)
  const answer = (help: Parameters<typeof toHelp>[0]): Taken => ({
    ...{ kind: 'help', shopId, name, help: toHelp(help, deps.settings.centres) },
  })
  if (row.taken_by !== null) {
    const mine = (await findOpenHelps(tx, shopId, now)).find(({ helper }) => helper === taker.accountId)
    if (!mine) throw new ApiError('help-over')
    return answer(mine)
  }
  if (taker.centre === undefined) throw new ApiError('staff-only')
  await take(tx, row, taker.accountId, now)
  await endSharedHelps(tx, shopId, taker.accountId, now)
  const help = { id: createId(now, deps.random(16)), shop_id: shopId, centre: taker.centre, person: null }
  const time = { started_at: now, expires_at: now + SHARED_HELP_MS }
  const parts = readJson<SharedPart[]>(row.parts ?? '[]')
  return answer(await startHelp(tx, { ...help, ...time, helper: taker.accountId }, parts, 'tapped'))
}

/** A helper has one help in a shop at a time: what the owner agreed to last. */
async function endSharedHelps(tx: Query, shopId: string, helper: string, now: number): Promise<void> {
  await tx
    .updateTable('help')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('helper', '=', helper)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * Gives an account what a code brings, while its hand-over is locked. Repeating it answers the same.
 * @throws ApiError `code-used` when another phone was faster, `staff-only` for help, `shop-quota`.
 */
export function acceptHandover(deps: Outside, tx: Query, row: HandoverRow, taker: Taker): Promise<Taken> {
  if (row.kind === 'shop') return takeShop(deps, tx, row, taker)
  return row.kind === 'draft' ? takeDraft(deps, tx, row, taker) : takeHelp(deps, tx, row, taker)
}
