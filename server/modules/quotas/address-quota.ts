import { createHmac } from 'node:crypto'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import { CODES_PER_ADDRESS_DAY } from '@/domain/sms'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { addressScopes } from '../../http/limits/address-scopes'
import type { Quotas } from './quotas'

type Counted = 'shops' | 'bytes' | 'codes'

/** The span of time over which new shops are counted, in ms. */
const SHOPS_SPAN_MS = 10 * 60_000

/** The most of each in its span of time, for an address. */
const limitOf = (quotas: Quotas, what: Counted): number =>
  ({ shops: quotas.shopsPerAddress, bytes: quotas.bytesPerAddressDay, codes: CODES_PER_ADDRESS_DAY })[what]

/** A span of time in which something is counted, by its name and its end. */
interface Span {
  name: string
  ends: number
}

/** Shops are counted in ten minutes, everything else in a day. */
function spanOf(what: Counted, now: number): Span {
  const day = dayOf(now)
  if (what !== 'shops') return { name: day, ends: startOfDay(addDays(day, 1)) }
  const starts = now - (now % SHOPS_SPAN_MS)
  return { name: `${day} ${starts}`, ends: starts + SHOPS_SPAN_MS }
}

/** Keyed hash of an address and a span of time: it cannot be reversed or linked to another span. */
const keyOf = ({ secret }: Pick<AppDependencies, 'secret'>, address: string, { name }: Span): string =>
  createHmac('sha256', secret).update(`address-day:${name}:${address}`).digest('base64url')

/** @throws ApiError `too-many` for codes, `address-quota` for what is stored. */
function checkWithin(
  { clock, settings }: AppDependencies,
  what: Counted,
  span: Span,
  used: number,
  factor: number,
) {
  if (used <= limitOf(settings.quotas, what) * factor) return
  const retryAfter = (span.ends - clock()) / 1000
  throw new ApiError(what === 'codes' ? 'too-many' : 'address-quota', { retryAfter })
}

/**
 * Adds to the usage of an address and of its networks. Off with `RATE_LIMIT=off`, like every limit by address.
 * @throws ApiError `address-quota` above a limit, `too-many` for codes.
 */
export async function countAddressUsage(
  deps: AppDependencies,
  tx: Query,
  address: string,
  [what, amount]: [Counted, number],
): Promise<void> {
  if (!deps.settings.rateLimits) return
  const span = spanOf(what, deps.clock())
  for (const { key, factor } of addressScopes(address)) {
    const { used } = await tx
      .insertInto('address_day')
      .values({ address: keyOf(deps, key, span), day: span.name, shops: 0, bytes: 0, [what]: amount })
      .onConflict((conflict) =>
        conflict
          .columns(['address', 'day'])
          .doUpdateSet((eb) => ({ [what]: eb(`address_day.${what}`, '+', amount) })),
      )
      .returning(`address_day.${what} as used`)
      .executeTakeFirstOrThrow()
    checkWithin(deps, what, span, used, factor)
  }
}

/** Throws `address-quota` early for an address without remaining quota for uploads, before expensive work. */
export async function checkAddressQuota(deps: AppDependencies, address: string): Promise<void> {
  if (!deps.settings.rateLimits) return
  const span = spanOf('bytes', deps.clock())
  for (const { key, factor } of addressScopes(address)) {
    const row = await deps.db.query
      .selectFrom('address_day')
      .select('bytes')
      .where('address', '=', keyOf(deps, key, span))
      .where('day', '=', span.name)
      .executeTakeFirst()
    if (row) checkWithin(deps, 'bytes', span, row.bytes + 1, factor)
  }
}

export async function sweepAddressDays(tx: Query, now: number): Promise<void> {
  await tx
    .deleteFrom('address_day')
    .where('day', '<', addDays(dayOf(now), -1))
    .execute()
}
