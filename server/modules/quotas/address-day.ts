import { createHmac } from 'node:crypto'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'

interface Taken {
  shops: number
  bytes: number
}

/** A network address of one day as the database keeps it: nobody can read it back, or follow it from day to day. */
const keyOf = ({ secret }: Pick<AppDependencies, 'secret'>, address: string, day: string): string =>
  createHmac('sha256', secret).update(`address-day:${day}:${address}`).digest('base64url')

function refuseOver({ settings, clock }: AppDependencies, day: string, { shops, bytes }: Taken): void {
  const { shopsPerAddressDay, bytesPerAddressDay } = settings.quotas
  if (shops <= shopsPerAddressDay && bytes <= bytesPerAddressDay) return
  throw new ApiError('address-quota', { retryAfter: (startOfDay(addDays(day, 1)) - clock()) / 1000 })
}

/**
 * Counts what an address opens or uploads today, and refuses what is too much with `address-quota`. Like every limit by
 * address it is off with `RATE_LIMIT=off`.
 */
export async function takeFromAddress(
  deps: AppDependencies,
  tx: Query,
  address: string,
  taken: Taken,
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
  refuseOver(deps, day, counted)
}

/** Refuses an address that has nothing left today, before anything expensive is done for it. */
export async function refuseSpentAddress(deps: AppDependencies, address: string): Promise<void> {
  if (!deps.settings.rateLimits) return
  const day = dayOf(deps.clock())
  const row = await deps.db.query
    .selectFrom('address_day')
    .select('bytes')
    .where('address', '=', keyOf(deps, address, day))
    .where('day', '=', day)
    .executeTakeFirst()
  if (row) refuseOver(deps, day, { shops: 0, bytes: row.bytes + 1 })
}

/** Deletes the counts of days before yesterday. */
export async function sweepAddressDays(tx: Query, now: number): Promise<void> {
  await tx
    .deleteFrom('address_day')
    .where('day', '<', addDays(dayOf(now), -1))
    .execute()
}
