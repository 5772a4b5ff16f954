import type { RouteBody } from '@/contract/routes'
import type { ManagedShop } from '@/domain/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { changeExpiries } from '../orders/change-expiries'
import { mustFindShop, settingsColumns, toManagedShop, toOrderLimits, toShop } from './store'

/** Saves settings that are based on the current version. Repeating the last edit returns the same result. */
export async function changeSettings(
  tx: Query,
  shopId: string,
  body: RouteBody<'PUT /api/shops/:shopId/settings'>,
  now: number,
): Promise<ManagedShop> {
  const { version, ...settings } = body
  const row = await mustFindShop(tx, shopId)
  const editHash = fingerprint(body)
  if (row.edit_hash === editHash && row.version === version + 1) return toManagedShop(row)
  if (row.version !== version) throw new ApiError('version-conflict', { current: toManagedShop(row) })
  const { freight: known, closedUntil, closedNote } = toShop(row)
  // older clients know only one freight rule and leave out the courier's
  const freight = { ...(known.courier ? { courier: known.courier } : {}), ...settings.freight }
  // they leave out the note, too, which stays as long as the pause
  const note = closedNote !== undefined && closedUntil === settings.closedUntil ? { closedNote } : {}
  await tx
    .updateTable('shop')
    .set({ ...settingsColumns({ ...note, ...settings, freight }), version: version + 1, edit_hash: editHash })
    .where('shop_id', '=', shopId)
    .where('version', '=', version)
    .execute()
  const changed = await mustFindShop(tx, shopId)
  const limits = toOrderLimits(changed)
  if (limits.expiryHours !== toOrderLimits(row).expiryHours) await changeExpiries(tx, shopId, limits, now)
  return toManagedShop(changed)
}
