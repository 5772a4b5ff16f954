import { SHORT_CODE_DIGITS } from '@/domain/shop/handover'
import type { RightHolder } from '../../access'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { lockRights } from '../../lock-rights'
import { opensForOwner } from '../helps/store'
import { ownsShop } from '../shops/owners'
import { handoverCode, hashOfHandoverCode, isDigits, isShortCode } from './code'
import { removeTry, startTry, type Trier } from './code-tries'
import { findHandoverByHash, type HandoverRow, lockHandover } from './store'

/** The hand-over of a code in any form. Only the hash of six digits is stored; the two more follow from the row. */
async function findByCode(tx: Query, secret: string, code: string): Promise<HandoverRow | undefined> {
  if (isShortCode(code) || !isDigits(code)) return findHandoverByHash(tx, hashOfHandoverCode(secret, code))
  const row = await findHandoverByHash(tx, hashOfHandoverCode(secret, code.slice(0, SHORT_CODE_DIGITS)))
  return row && handoverCode(secret, row).moreDigits === code.slice(SHORT_CODE_DIGITS) ? row : undefined
}

/** A code works only while its giver owns the shop, or is the one who opens it for somebody. */
const mayGive = (db: Query, { kind, giver, shop_id }: HandoverRow, now: number): Promise<boolean> =>
  kind === 'help'
    ? ownsShop(db, giver, shop_id)
    : opensForOwner(db, { accountId: giver, shopId: shop_id, now })

/**
 * The hand-over of a code that an account may still take, or has taken within `RETRY_MS`.
 * @throws ApiError `code-expired`, `code-used` by somebody else, `own-code` of the same account.
 */
async function requireUsable(
  db: Query,
  row: HandoverRow,
  accountId: string,
  now: number,
): Promise<HandoverRow> {
  if (row.taken_by === accountId && (row.taken_at ?? 0) > now - RETRY_MS) return row
  if (row.taken_by !== null) throw new ApiError('code-used')
  if (row.ended_at !== null || row.expires_at <= now || !(await mayGive(db, row, now)))
    throw new ApiError('code-expired')
  if (row.giver === accountId) throw new ApiError('own-code')
  return row
}

/** The time for which the account that took a hand-over gets the same answer again, in case the first was lost, in ms. */
const RETRY_MS = 3_600_000

/** Errors after which a try of digits counts: the digits were not those of the caller's hand-over. */
const GUESSED = ['code-wrong', 'code-expired', 'code-used']

type Deps = Pick<AppDependencies, 'db' | 'clock' | 'secret' | 'settings'>

/** The hand-over of a code and the rights of its giver and taker, locked. @throws ApiError `code-wrong`. */
async function lockByCode(
  tx: Query,
  secret: string,
  { code, accountId }: { code: string; accountId: string },
): Promise<HandoverRow> {
  const found = await findByCode(tx, secret, code)
  if (found) await lockRights(tx, { staff: [found.giver, accountId], shopId: found.shop_id })
  const row = found && (await lockHandover(tx, found.id))
  if (!row) throw new ApiError('code-wrong')
  return row
}

/**
 * Runs `work` with the locked hand-over of a code. Wrong digits are counted against guessing, letters cannot be guessed.
 * @throws ApiError `code-wrong`, `too-many` and those of `requireUsable` and `work`.
 */
export async function withHandover<T>(
  deps: Deps,
  code: string,
  { accountId, address, withRight }: Pick<Trier, 'accountId' | 'address'> & Pick<RightHolder, 'withRight'>,
  work: (tx: Query, row: HandoverRow) => Promise<T>,
): Promise<T> {
  const trier = { accountId, address, isShort: isShortCode(code) }
  if (isDigits(code)) await startTry(deps, trier)
  const takeBack = () => (isDigits(code) ? removeTry(deps, trier) : undefined)
  try {
    const result = await withRight(async (tx) => {
      const row = await lockByCode(tx, deps.secret, { code, accountId })
      return work(tx, await requireUsable(tx, row, accountId, deps.clock()))
    })
    await takeBack()
    return result
  } catch (error) {
    if (!(error instanceof ApiError) || !GUESSED.includes(error.code)) await takeBack()
    throw error
  }
}
