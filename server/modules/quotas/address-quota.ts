import { createHmac } from 'node:crypto'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'

interface AddressUsage {
  shops: number
  bytes: number
}

/** Keyed hash of an address and a day: it cannot be reversed or linked to another day. */
const keyOf = ({ secret }: Pick<AppDependencies, 'secret'>, address: string, day: string): string =>
  createHmac('sha256', secret).update(`address-day:${day}:${address}`).digest('base64url')

function checkWithinQuota(
  { settings, clock }: AppDependencies,
  day: string,
  { shops, bytes }: AddressUsage,
): void {
  const { shopsPerAddressDay, bytesPerAddressDay } = settings.quotas
  if (shops <= shopsPerAddressDay && bytes <= bytesPerAddressDay) return
  throw new ApiError('address-quota', { retryAfter: (startOfDay(addDays(day, 1)) - clock()) / 1000 })
}

/**
 * Adds to the daily usage of an address and throws `address-quota` above the limit. Off with `RATE_LIMIT=off`, like every
 * limit by address.
 */
export async function countAddressUsage(
  deps: AppDependencies,
  tx: Query,
  address: string,
  taken: AddressUsage,
): Promise<void> {
  if (!deps.settings.rateLimits) return
  const day = dayOf(deps.clock())
  const counted = await tx
    .insertInto('address_day')
    .values({ address: keyOf(deps, address, day), day, ...taken })
    .onConflict((conflict) =>
      conflict.columns(['address', 'day']).doUpdateSet((eb) => ({
        shops: eb('address_day.shops', '+', taken.shops),
        bytes: eb('address_day.bytes', '+', taken.bytes),
      })),
    )
    .returning(['shops', 'bytes'])
    .executeTakeFirstOrThrow()
  checkWithinQuota(deps, day, counted)
}

/** Throws `address-quota` early for an address without remaining quota, before expensive work. */
export async function checkAddressQuota(deps: AppDependencies, address: string): Promise<void> {
  if (!deps.settings.rateLimits) return
  const day = dayOf(deps.clock())
  const row = await deps.db.query
    .selectFrom('address_day')
    .select('bytes')
    .where('address', '=', keyOf(deps, address, day))
    .where('day', '=', day)
    .executeTakeFirst()
  if (row) checkWithinQuota(deps, day, { shops: 0, bytes: row.bytes + 1 })
}

/** Deletes the counts of days before yesterday. */
export async function sweepAddressDays(tx: Query, now: number): Promise<void> {
  await tx
    .deleteFrom('address_day')
    .where('day', '<', addDays(dayOf(now), -1))
    .execute()
}
