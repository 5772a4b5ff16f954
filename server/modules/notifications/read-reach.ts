import type { RouteReply } from '@/contract/routes'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { ChannelRow } from '../notices/channels'
import type { Identity } from '../sessions/store'
import { offersMessages, templatesFor } from './offered-channels'
import { isSettledShop } from './phone-codes'
import { createIsForEvent } from './routes'
import { isBudgetSpent, isDailyLimitReached } from './sms-budget'

/** The largest number of remaining messages of which an owner is warned. */
const FEW_LEFT = 2

/**
 * The warning that no owner of the shop gets messages of new orders while the app is closed, or that few messages remain; empty if all is
 * well, or the caller cannot change it.
 */
export async function readReach(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'wechat' | 'webPush' | 'sms'>,
  shopId: string,
  identity: Identity,
): Promise<Pick<RouteReply<'GET /api/shops/:shopId/today'>, 'unreachable' | 'remainingAlerts'>> {
  if (!offersMessages(deps, identity)) return {}
  // a phone is all that this server offers, and the shop is too new for it
  if (
    !offersMessages({ ...deps, sms: undefined }, identity) &&
    !(await isSettledShop(deps.db.query, shopId, deps.clock()))
  )
    return {}
  const isForEvent = createIsForEvent(deps)
  const channels = (await channelsOfOwners(deps.db.query, shopId)).filter((one) =>
    isForEvent(one, 'new-order'),
  )
  for (const one of channels) if (one.permits === null && (await isSentNow(deps, one))) return {}
  const templates = channels.filter(({ kind }) => kind === 'wechat')
  const left = Math.max(0, ...templates.map(({ permits }) => permits ?? 0))
  if (left > FEW_LEFT) return {}
  const isInWechat = templatesFor(deps, identity).some(({ events }) => events.includes('new-order'))
  if (isInWechat && templates.length > 0) return { remainingAlerts: left }
  return left === 0 ? { unreachable: true } : {}
}

/** True if a message is sent now to a channel without permissions; those to a phone are limited for each account, and in a month. */
async function isSentNow(
  { db, sms, clock }: Pick<AppDependencies, 'db' | 'clock' | 'sms'>,
  { kind, account_id }: ChannelRow,
): Promise<boolean> {
  if (kind !== 'sms') return true
  const now = clock()
  return (
    sms !== undefined &&
    !(await isBudgetSpent(db.query, sms.plan, now)) &&
    !(await isDailyLimitReached(db.query, account_id, now))
  )
}

const channelsOfOwners = (db: Query, shopId: string): Promise<ChannelRow[]> =>
  db
    .selectFrom('channel')
    .innerJoin('shop_owner', 'shop_owner.account_id', 'channel.account_id')
    .selectAll('channel')
    .where('shop_owner.shop_id', '=', shopId)
    .execute()
