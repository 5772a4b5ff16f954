import type { Selectable } from 'kysely'
import type { ChannelKind } from '@/domain/notification'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { ChannelTable } from '../../db/notification-tables'
import { sha256 } from '../../fingerprint'
import type { PushSubscription } from '../../gateways/web-push'

export type ChannelRow = Selectable<ChannelTable>

export type ChannelKey = Pick<ChannelRow, 'account_id' | 'kind' | 'address'>

/** Browsers of one account that get messages; a further one replaces the oldest. */
const MAX_BROWSERS = 10

export const pushAddress = (endpoint: string): string => sha256(endpoint)

export const templateAddress = (appid: string, templateId: string): string => `${appid}/${templateId}`

export const pushSubscriptionOf = ({ details }: ChannelRow): PushSubscription =>
  readJson<PushSubscription>(details)

/** The ways to reach an account, the oldest first. */
export const channelsOf = (db: Query, accountId: string): Promise<ChannelRow[]> =>
  db
    .selectFrom('channel')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('address')
    .execute()

export const findChannel = (db: Query, { account_id, kind, address }: ChannelKey) =>
  db
    .selectFrom('channel')
    .selectAll()
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .executeTakeFirst()

/** Adds a channel, or changes what its gateway needs. */
async function saveChannel(tx: Query, row: ChannelRow): Promise<void> {
  const { details, last_request } = row
  await tx
    .insertInto('channel')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'kind', 'address']).doUpdateSet({ details, last_request }),
    )
    .execute()
}

/** Removes a browser or phone from all other accounts. */
async function takeFromOthers(tx: Query, { account_id, kind, address }: ChannelKey): Promise<void> {
  await tx
    .deleteFrom('channel')
    .where('kind', '=', kind)
    .where('address', '=', address)
    .where('account_id', '!=', account_id)
    .execute()
}

/** Lets messages reach a browser, which belongs to the account that used it last. */
export async function addBrowser(tx: Query, accountId: string, subscription: PushSubscription, now: number) {
  const key: ChannelKey = { account_id: accountId, kind: 'push', address: pushAddress(subscription.endpoint) }
  await takeFromOthers(tx, key)
  await saveChannel(tx, {
    ...{ ...key, details: JSON.stringify(subscription) },
    ...{ permits: null, last_request: null, created_at: now },
  })
  const browsers = (await channelsOf(tx, accountId)).filter(({ kind }) => kind === 'push')
  for (const oldest of browsers.slice(0, Math.max(0, browsers.length - MAX_BROWSERS)))
    await removeChannel(tx, oldest)
}

interface NewPermits {
  accountId: string
  address: string
  requestId: string
  count: number
  now: number
}

/** Largest number of permitted messages that is counted for one account and template. */
export const MAX_PERMITS = 100

/** Counts permissions that a person gave for a template, once for each request. */
export async function addPermits(tx: Query, { accountId, address, requestId, count, now }: NewPermits) {
  const key: ChannelKey = { account_id: accountId, kind: 'wechat', address }
  await tx
    .insertInto('channel')
    .values({ ...key, details: '{}', permits: 0, last_request: null, created_at: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'kind', 'address']).doNothing())
    .execute()
  const known = await findChannel(tx, key)
  if (known?.last_request === requestId) return
  const permits = Math.min(MAX_PERMITS, (known?.permits ?? 0) + count)
  await changeChannel(tx, key, { permits, last_request: requestId })
}

/** Takes one permission; false when there is none. A channel without permissions needs none. */
export async function takePermit(tx: Query, { account_id, kind, address }: ChannelKey): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('channel')
    .set((eb) => ({ permits: eb('permits', '-', 1) }))
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .where((eb) => eb.or([eb('permits', '>', 0), eb('permits', 'is', null)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function returnPermit(tx: Query, { account_id, kind, address }: ChannelKey): Promise<void> {
  await tx
    .updateTable('channel')
    .set((eb) => ({ permits: eb('permits', '+', 1) }))
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .execute()
}

export async function changeChannel(
  tx: Query,
  { account_id, kind, address }: ChannelKey,
  set: Partial<Pick<ChannelRow, 'permits' | 'last_request'>>,
): Promise<void> {
  await tx
    .updateTable('channel')
    .set(set)
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .execute()
}

export async function removeChannel(tx: Query, { account_id, kind, address }: ChannelKey): Promise<void> {
  await tx
    .deleteFrom('channel')
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .execute()
}

/** Lets text messages reach a phone, in place of another one. The phone belongs to the account that confirmed it last. */
export async function setPhone(tx: Query, accountId: string, phone: string, now: number): Promise<void> {
  const key: ChannelKey = { account_id: accountId, kind: 'sms', address: phone }
  await removeChannels(tx, accountId, 'sms')
  await takeFromOthers(tx, key)
  await saveChannel(tx, { ...key, details: '{}', permits: null, last_request: null, created_at: now })
}

export async function removeChannels(tx: Query, accountId: string, kind: ChannelKind): Promise<void> {
  await tx.deleteFrom('channel').where('account_id', '=', accountId).where('kind', '=', kind).execute()
}
