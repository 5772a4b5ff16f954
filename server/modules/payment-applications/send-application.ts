import type { FastifyBaseLogger } from 'fastify'
import type { ApplicationRequest } from '@/contract/payment/payment-application'
import { dayOf } from '@/domain/day'
import { createId } from '@/domain/id'
import { canSendPapers, wrongFields } from '@/domain/payment/payment-application'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Onboarding } from '../../gateways/onboarding'
import { GatewayError } from '../../gateways/payment-gateway'
import { readGrants } from '../grants/grants'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { recordState } from './ask-application'
import { addFollowingJob } from './jobs'
import { type ApplicationRow, findApplication, saveApplication } from './store'

interface Sending {
  shopId: string
  papers: ApplicationRequest
  origin: string
}

type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>

/** The gateway for applications. @throws ApiError `payment-unavailable` */
export function requireOnboarding({ payments }: AppDependencies): Onboarding {
  if (!payments.onboarding) throw new ApiError('payment-unavailable')
  return payments.onboarding
}

/**
 * Checks that a shop may send papers: it is not blocked, its seller was not granted WeChat Pay, and WeChat Pay does not look at her
 * papers. Returns the shop and its last application.
 * @throws ApiError `not-allowed-now`
 */
export async function mustBeAbleToApply(db: Query, shopId: string) {
  const shop = await mustFindShop(db, shopId)
  const last = await findApplication(db, shopId)
  if (shop.blocked_at !== null || readGrants(shop).wechat !== undefined || !canSendPapers(last?.state))
    throw new ApiError('not-allowed-now')
  return { shop, last }
}

/**
 * Sends the papers of a seller to WeChat Pay, and keeps nothing of them. When WeChat Pay does not answer, the page that asks or a job
 * finds out whether they arrived.
 * @throws ApiError
 */
export async function sendApplication(
  deps: AppDependencies,
  sending: Sending,
  log: Log,
): Promise<ApplicationRow> {
  const onboarding = requireOnboarding(deps)
  const { papers, origin } = sending
  const wrong = wrongFields(papers, dayOf(deps.clock()))
  if (wrong.length > 0)
    throw new ApiError('bad-input', { fields: wrong.map((path) => ({ path, message: 'is wrong' })) })
  const { row, shop } = await begin(deps, sending)
  try {
    const { name, slug } = shop
    await onboarding.submit({ ...papers, number: row.number, shop: { name, url: `${origin}/s/${slug}` } })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    throw await toApiError(deps, row, error, log)
  }
  return recordState(deps, row, { state: 'auditing', reasons: [] })
}

/** Notes that papers are being sent, so that whatever happens then is found out. @throws ApiError `not-allowed-now` */
const begin = (
  { db, clock, random }: AppDependencies,
  { shopId, papers: { subject } }: Sending,
): Promise<{ row: ApplicationRow } & Pick<Awaited<ReturnType<typeof mustBeAbleToApply>>, 'shop'>> =>
  db.withTx(async (tx) => {
    await lockShop(tx, shopId)
    const { shop, last } = await mustBeAbleToApply(tx, shopId)
    const now = clock()
    const row: ApplicationRow = {
      ...{ shop_id: shopId, subject, state: 'sending', reasons: '[]', url: null, transfer: null },
      // papers that came back are replaced under their number
      number: last && last.state !== 'canceled' ? last.number : createId(now, random(16)),
      ...{ sent_at: now, asked_at: now },
    }
    await saveApplication(tx, row)
    await addFollowingJob(tx, row)
    return { row, shop }
  })

/** The codes of refusals that only the operator can do something about. */
const OPERATORS_CODES = [
  'NO_AUTH',
  'SIGN_ERROR',
  'APPID_MCHID_NOT_MATCH',
  'MCH_NOT_EXISTS',
  'REQUEST_BLOCKED',
]

/** The code of papers that WeChat Pay is looking at already. */
const UNDER_WAY_CODE = 'PROCESSING'

/** Tells the seller why WeChat Pay does not take her papers: the field that it refuses, or that it cannot be reached. */
async function toApiError(
  deps: AppDependencies,
  row: ApplicationRow,
  { kind, code, field, message }: GatewayError,
  log: Log,
): Promise<ApiError> {
  log.warn({ number: row.number, kind, code }, 'WeChat Pay did not take an application')
  if (kind !== 'rejected' || code === UNDER_WAY_CODE) return new ApiError('unavailable', { retryAfter: 10 })
  if (OPERATORS_CODES.includes(code) || code.startsWith('HTTP_')) return new ApiError('payment-unavailable')
  const text = reasonOf(message)
  const reason = { ...(field === undefined ? {} : { path: field }), text }
  await recordState(deps, row, { state: 'rejected', reasons: [reason] })
  return new ApiError('bad-input', { fields: [{ path: field ?? '', message: text }] })
}

/** The service's words without the id of the request. */
const reasonOf = (message: string): string => message.replace(/ \([^)]*\)$/, '')
