import type { ExpressionBuilder } from 'kysely'
import { CODE_PAUSE_MS, CODES_PER_HOUR, PHONE_CODE_MS, PHONE_CODE_TRIES } from '@/domain/sms'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { RateLimiter } from '../../http/limits/rate-limiter'
import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import { countAddressUsage } from '../quotas/address-quota'
import { payCode, refundCode } from './sms-budget'

/** A person's codes to different phones in an hour. */
const CODES_OF_ACCOUNT = 5

interface Owner {
  accountId: string
  phone: string
}

const hashOf = (secret: string, { accountId, phone }: Owner, code: string): string =>
  sha256(`${secret} phone code ${accountId} ${phone} ${code}`)

function createCode(random: AppDependencies['random']): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}

/** Shops that have an order or are a day old. */
const isSettled = (now: number) => (eb: ExpressionBuilder<Tables, 'shop'>) =>
  eb.or([eb('shop.last_order', '>', 0), eb('shop.opened_at', '<=', now - DAY_MS)])

/** True for a shop whose owners may get codes. */
export async function isSettledShop(db: Query, shopId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('shop')
    .select('shop_id')
    .where('shop_id', '=', shopId)
    .where(isSettled(now))
    .executeTakeFirst()
  return row !== undefined
}

/** True for an owner of a shop that has an order or is a day old, without which strangers could have codes sent at will. */
export async function mayGetCodes(db: Query, accountId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select('shop.shop_id')
    .where('shop_owner.account_id', '=', accountId)
    .where(isSettled(now))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Sends codes to phones and checks them. Messages cost money, so only owners of shops get any, and few. */
export function createPhoneCodes(deps: AppDependencies) {
  const { db, clock, elapsed, random, secret, sms, settings } = deps
  const limiter = (limit: number, span: number) =>
    new RateLimiter(settings.rateLimits ? limit : Number.POSITIVE_INFINITY, span, elapsed)
  const [ofMinute, ofHour] = [limiter(1, CODE_PAUSE_MS), limiter(CODES_PER_HOUR, HOUR_MS)]
  const ofAccount = limiter(CODES_OF_ACCOUNT, HOUR_MS)

  /**
   * Sends a new code, which replaces the one before it.
   * @throws ApiError `not-found` without text messages or a shop with an order or of a day's age, `too-many`, or `unavailable` when it
   * was not sent.
   */
  async function send(owner: Owner, address: string): Promise<void> {
    if (!sms || !(await mayGetCodes(db.query, owner.accountId, clock()))) throw new ApiError('not-found')
    ofAccount.consume(owner.accountId)
    ofMinute.consume(owner.phone)
    ofHour.consume(owner.phone)
    const code = createCode(random)
    const now = clock()
    await db.withTx(async (tx) => {
      if (!(await mayGetCodes(tx, owner.accountId, now))) throw new ApiError('not-found')
      await countAddressUsage(deps, tx, address, ['codes', 1])
      if (!(await payCode(tx, sms.plan, now))) throw new ApiError('unavailable', { retryAfter: 3600 })
      await storeCode(tx, owner, { hash: hashOf(secret, owner, code), now })
    })
    const { phone } = owner
    const outcome = await sms.send({ phone, templateId: sms.plan.codeTemplate, params: { code } })
    if (outcome === 'sent' || outcome === 'unknown') return
    await db.withTx((tx) => refundCode(tx, sms.plan, now))
    throw new ApiError('unavailable', { retryAfter: 60 })
  }

  /** @throws ApiError `code-wrong`, or `code-expired` after five minutes or five wrong ones. */
  async function redeem(tx: Query, owner: Owner, code: string): Promise<void> {
    const row = await tx
      .selectFrom('phone_code')
      .selectAll()
      .where('account_id', '=', owner.accountId)
      .executeTakeFirst()
    if (row?.phone !== owner.phone || row.expires_at <= clock() || row.tries >= PHONE_CODE_TRIES)
      throw new ApiError('code-expired')
    if (row.code_hash !== hashOf(secret, owner, code)) throw new ApiError('code-wrong')
    await tx.deleteFrom('phone_code').where('account_id', '=', owner.accountId).execute()
  }

  /** Counts a wrong code; in a transaction of its own, as that of the request is undone. */
  const countWrong = (accountId: string): Promise<void> =>
    db.withTx(async (tx) => {
      await tx
        .updateTable('phone_code')
        .set((eb) => ({ tries: eb('tries', '+', 1) }))
        .where('account_id', '=', accountId)
        .execute()
    })

  return { send, redeem, countWrong }
}

async function storeCode(
  tx: Query,
  { accountId, phone }: Owner,
  { hash, now }: { hash: string; now: number },
): Promise<void> {
  const code = { phone, code_hash: hash, tries: 0, sent_at: now, expires_at: now + PHONE_CODE_MS }
  await tx
    .insertInto('phone_code')
    .values({ account_id: accountId, ...code })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(code))
    .execute()
}
