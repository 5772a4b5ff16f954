import type { RouteReply } from '@/contract/routes'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Identity } from '../sessions/store'
import type { ChannelRow } from './channels'
import { offersMessages, templatesFor } from './offered-channels'
import { createIsForEvent } from './routes'

/** The largest number of messages left that an owner is warned of. */
const FEW_LEFT = 2

/** Whether messages of new orders reach an owner of the shop while the app is closed, where the caller can change that. */
export async function readReach(
  deps: Pick<AppDependencies, 'db' | 'wechat' | 'webPush' | 'sms'>,
  shopId: string,
  identity: Identity,
): Promise<Pick<RouteReply<'GET /api/shops/:shopId/today'>, 'unreachable' | 'alertsLeft'>> {
  if (!offersMessages(deps, identity)) return {}
  const isForEvent = createIsForEvent(deps)
  const channels = (await channelsOfOwners(deps.db.query, shopId)).filter((one) =>
    isForEvent(one, 'new-order'),
  )
  if (channels.some(({ permits }) => permits === null)) return {}
  const left = Math.max(0, ...channels.map(({ permits }) => permits ?? 0))
  if (left > FEW_LEFT) return {}
  const isInWechat = templatesFor(deps, identity).some(({ events }) => events.includes('new-order'))
  if (isInWechat && channels.length > 0) return { alertsLeft: left }
  return left === 0 ? { unreachable: true } : {}
}

const channelsOfOwners = (db: Query, shopId: string): Promise<ChannelRow[]> =>
  db
    .selectFrom('channel')
    .innerJoin('shop_owner', 'shop_owner.account_id', 'channel.account_id')
    .selectAll('channel')
    .where('shop_owner.shop_id', '=', shopId)
    .execute()
