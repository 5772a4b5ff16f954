import type { RouteBody } from '@/contract/routes'
import {
  CONSENT_MS,
  type ConsentMethod,
  type HelpAction,
  type HelpPurpose,
  MAX_OPEN_HELPS,
} from '@/domain/shop/help'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { findStaffName } from '../centres/store'
import { findShop } from '../shops/store'
import { addHelp, addStep, endOpenings, findHelp, type HelpRow, selectOpenHelps } from './store'

export interface NewConsent extends RouteBody<'PUT /api/centres/:centre/helps/:helpId'> {
  centre: string
  helpId: string
  helper: string
}

const stepOfConsent: Record<ConsentMethod, HelpAction> = {
  spoken: 'consent-spoken',
  tapped: 'consent-tapped',
}

/** A new help of somebody who has a role in a centre. @throws ApiError `staff-only` for others. */
export async function startHelp(
  tx: Query,
  help: Pick<HelpRow, 'id' | 'shop_id' | 'centre' | 'helper' | 'person' | 'started_at' | 'expires_at'>,
  purposes: readonly HelpPurpose[],
  consent: ConsentMethod,
): Promise<HelpRow> {
  const name = await findStaffName(tx, help.helper, help.centre)
  if (name === undefined) throw new ApiError('staff-only')
  const opens = purposes.includes('open') ? 1 : 0
  const row: HelpRow = { ...help, name, purposes: JSON.stringify(purposes), opens, ended_at: null }
  await addHelp(tx, row)
  await addStep(tx, {
    ...{ help: { ...row, actor: name }, accountId: help.helper, action: stepOfConsent[consent] },
    ...{ request: null, at: help.started_at, isDone: true },
  })
  return row
}

/** The shops that somebody opened for others and that are not taken over yet, and consents that are not used yet. */
async function countOpenings(tx: Query, helper: string, now: number): Promise<number> {
  const row = await selectOpenHelps(tx, now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('help.helper', '=', helper)
    .where('help.opens', '=', 1)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/**
 * Records that a person agrees to have a shop opened for her, in the place of what the same helper recorded for this shop before.
 * Repeating it answers the same. Call it while the helper's role is locked.
 * @throws ApiError `help-quota`, `help-over` for a help that has ended, `idempotency-conflict` for the id of another one or of a shop that exists.
 */
export async function recordConsent(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  { centre, helpId, helper, shopId, consent, person }: NewConsent,
): Promise<HelpRow> {
  const now = clock()
  const known = await findHelp(tx, helpId)
  if (known) {
    const isSame = known.helper === helper && known.centre === centre && known.shop_id === shopId
    if (!isSame) throw new ApiError('idempotency-conflict')
    if (known.ended_at !== null || known.expires_at <= now) throw new ApiError('help-over')
    return known
  }
  if (await findShop(tx, shopId)) throw new ApiError('idempotency-conflict')
  await endOpenings(tx, shopId, now, { helper })
  if ((await countOpenings(tx, helper, now)) >= MAX_OPEN_HELPS) throw new ApiError('help-quota')
  const path = { id: helpId, shop_id: shopId, centre, helper, person: person ?? null }
  return startHelp(tx, { ...path, started_at: now, expires_at: now + CONSENT_MS }, ['open'], consent)
}
