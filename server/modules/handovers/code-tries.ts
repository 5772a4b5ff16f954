import { createHmac } from 'node:crypto'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { addressScopes } from '../../http/limits/address-scopes'

/** The span of time over which tries of digits are counted, in ms. */
const SPAN_MS = 15 * 60_000

/**
 * Wrong digits within a span. A class shares an address. QR codes work beyond the limits. `short` is for six digits of everybody:
 * with ten open codes, all the tries of a span find one of them with a probability of 0.2 %. Eight digits need no such limit, by
 * which one stranger could block all codes: a thousand addresses find one of ten with a probability of 0.6 %.
 */
const MAX_TRIES = { account: 8, address: 60, short: 200 }

/** The origin of a try of digits: an account and its network address. */
export interface Trier {
  accountId: string
  address: string
  /** Only the first six digits are tried. */
  isShort: boolean
}

const scopesOf = ({ secret }: Pick<AppDependencies, 'secret'>, { accountId, address, isShort }: Trier) => {
  const hash = (text: string) => createHmac('sha256', secret).update(`code-try:${text}`).digest('base64url')
  return [
    { scope: hash(`account:${accountId}`), max: MAX_TRIES.account },
    ...addressScopes(address).map(({ key, factor }) => ({
      scope: hash(`address:${key}`),
      max: MAX_TRIES.address * factor,
    })),
    ...(isShort ? [{ scope: 'all', max: MAX_TRIES.short }] : []),
  ]
}

/** Counts a try and returns the tries of the scope within its span. A span that ends too late is of a clock that was set back. */
async function countTry(tx: Query, scope: string, now: number): Promise<{ tries: number; ends_at: number }> {
  await tx
    .updateTable('code_try')
    .set({ tries: 0, ends_at: now + SPAN_MS })
    .where('scope', '=', scope)
    .where(({ or, eb }) => or([eb('ends_at', '<=', now), eb('ends_at', '>', now + SPAN_MS)]))
    .execute()
  return tx
    .insertInto('code_try')
    .values({ scope, tries: 1, ends_at: now + SPAN_MS })
    .onConflict((conflict) =>
      conflict.column('scope').doUpdateSet((eb) => ({ tries: eb('code_try.tries', '+', 1) })),
    )
    .returning(['tries', 'ends_at'])
    .executeTakeFirstOrThrow()
}

type Deps = Pick<AppDependencies, 'db' | 'clock' | 'secret' | 'settings'>

/**
 * Counts a try of digits before they are looked up, in the database that all servers share. Off with `RATE_LIMIT=off`.
 * @throws ApiError `too-many` beyond the limits, also for right digits.
 */
export async function startTry(deps: Deps, trier: Trier): Promise<void> {
  if (!deps.settings.rateLimits) return
  const now = deps.clock()
  const endsAt = await deps.db.withTx(async (tx) => {
    // a caller beyond its own limit does not use up the common one
    for (const { scope, max } of scopesOf(deps, trier)) {
      const { tries, ends_at } = await countTry(tx, scope, now)
      if (tries > max) return ends_at
    }
    return undefined
  })
  if (endsAt !== undefined) throw new ApiError('too-many', { retryAfter: (endsAt - now) / 1000 })
}

/** Takes a try back, because the digits were right, or the request failed for another reason. */
export async function removeTry(deps: Deps, trier: Trier): Promise<void> {
  if (!deps.settings.rateLimits) return
  await deps.db.withTx(async (tx) => {
    for (const { scope } of scopesOf(deps, trier))
      await tx
        .updateTable('code_try')
        .set((eb) => ({ tries: eb('tries', '-', 1) }))
        .where('scope', '=', scope)
        .where('tries', '>', 0)
        .execute()
  })
}

export async function removeOldTries(tx: Query, now: number): Promise<void> {
  await tx.deleteFrom('code_try').where('ends_at', '<=', now).execute()
}
