import type { RouteBody } from '@/contract/routes'
import { keepOrder } from '@/domain/payment/payment'
import { type HelpPurpose, mayChange } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { fingerprint } from '../../fingerprint'
import { type SettingChange, settingChanges } from '../helps/settings-changes'
import { findActingHelps } from '../helps/store'
import { changeExpiries } from '../orders/change-expiries'
import { mustFindShop, settingsColumns, toManagedShop, toOrderLimits, toShop } from '../shops/store'
import { type PhotoSizes, replaceShopPhotos } from './shop-photos'

interface ChangingPerson {
  accountId: string
  role: 'owner' | 'helper'
  /** What `prepareShopPhotos` returned. */
  sizes: PhotoSizes
  /** Epoch ms. */
  now: number
}

/**
 * Saves settings that are based on the current version. Repeating the last edit returns the same result.
 * @throws ApiError `version-conflict`, `not-allowed-now` for a setting that the owner has not agreed to, `bad-input` for a photo that the
 * shop may not use.
 */
export async function changeSettings(
  tx: Query,
  shopId: string,
  body: RouteBody<'PUT /api/shops/:shopId/settings'>,
  { accountId, role, sizes, now }: ChangingPerson,
): Promise<ManagedShop> {
  const { version, ...settings } = body
  const row = await mustFindShop(tx, shopId)
  const editHash = fingerprint(body)
  if (row.edit_hash === editHash && row.version === version + 1) return toManagedShop(row)
  if (row.version !== version) throw new ApiError('version-conflict', { current: toManagedShop(row) })
  await replaceShopPhotos(tx, shopId, settings, { sizes, now })
  const { freight: known, closedUntil, closedNote, payments: knownPayments } = toShop(row)
  // older clients know only one freight rule and leave out the courier's
  const freight = { ...(known.courier ? { courier: known.courier } : {}), ...settings.freight }
  // they leave out the note, too, which stays as long as the pause
  const note = closedNote !== undefined && closedUntil === settings.closedUntil ? { closedNote } : {}
  // apps send all methods in an order of their own
  const payments = keepOrder(knownPayments, settings.payments)
  await tx
    .updateTable('shop')
    .set({
      ...settingsColumns({ ...note, ...settings, freight, payments }),
      version: version + 1,
      edit_hash: editHash,
    })
    .where('shop_id', '=', shopId)
    .where('version', '=', version)
    .execute()
  const changed = await mustFindShop(tx, shopId)
  const limits = toOrderLimits(changed)
  if (limits.expiryHours !== toOrderLimits(row).expiryHours) await changeExpiries(tx, shopId, limits, now)
  const [before, after] = [toManagedShop(row), toManagedShop(changed)]
  if (role === 'helper')
    await requireAgreement(tx, { accountId, shopId, now }, settingChanges(before, after, now))
  return after
}

const contactFields: readonly string[] = ['phone', 'wechatId'] satisfies (keyof ManagedShop)[]

/** Requires a help of the account in which the owner agreed to all changes. */
async function requireAgreement(
  tx: Query,
  acting: Parameters<typeof findActingHelps>[1],
  changes: readonly SettingChange[],
): Promise<void> {
  const helps = await findActingHelps(tx, acting)
  const parts = changes.map(({ field }) => (contactFields.includes(field) ? 'contact' : 'settings'))
  const isAgreed = helps.some(({ purposes }) =>
    parts.every((part) => mayChange(part, readJson<HelpPurpose[]>(purposes))),
  )
  if (!isAgreed) throw new ApiError('not-allowed-now')
}
