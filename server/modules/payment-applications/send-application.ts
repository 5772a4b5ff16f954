import type { FastifyBaseLogger } from 'fastify'
import type { ApplicationRequest } from '@/contract/payment-application'
import { dayOf } from '@/domain/day'
import { createId } from '@/domain/id'
import { canSendPapers, wrongFields } from '@/domain/payment-application'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Onboarding } from '../../gateways/onboarding'
import { GatewayError } from '../../gateways/payment-gateway'
import { readGrants } from '../payments/grants'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { recordState } from './ask-application'
import { followApplication } from './jobs'
import { type ApplicationRow, findApplication, saveApplication } from './store'

interface Sending {
  shopId: string
  papers: ApplicationRequest
  /** The public origin of this server. */
  origin: string
}

type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>

/** The gateway for applications. @throws ApiError `payment-unavailable` */
export function requireOnboarding({ payments }: AppDependencies): Onboarding {
  if (!payments.onboarding) throw new ApiError('payment-unavailable')
  return payments.onboarding
}

/**
 * Sends the papers of a seller to WeChat Pay, and keeps nothing of them. When WeChat Pay does not answer, a job finds out whether they
 * arrived.
 * @throws ApiError
 */
export async function sendApplication(
  deps: AppDependencies,
  sending: Sending,
  log: Log,
): Promise<ApplicationRow> {
  const onboarding = requireOnboarding(deps)
  const { shopId, papers, origin } = sending
  const wrong = wrongFields(papers, dayOf(deps.clock()))
  if (wrong.length > 0)
    throw new ApiError('bad-input', { fields: wrong.map((path) => ({ path, message: 'is wrong' })) })
  const { row, shop } = await begin(deps, sending)
  try {
    const { name, slug } = shop
    await onboarding.submit({ ...papers, number: row.number, shop: { name, url: `${origin}/s/${slug}` } })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    throw await refused(deps, row, error, log)
  }
  return recordState(deps, row, { state: 'auditing', reasons: [] })

  async function begin({ db, clock, random }: AppDependencies, { papers: { subject } }: Sending) {
    return db.withTx(async (tx) => {
      await lockShop(tx, shopId)
      const found = await mustFindShop(tx, shopId)
      const last = await findApplication(tx, shopId)
      if (readGrants(found).wechat !== undefined || !canSendPapers(last?.state))
        throw new ApiError('not-allowed-now')
      const now = clock()
      const begun: ApplicationRow = {
        ...{ shop_id: shopId, subject, state: 'sending', reasons: '[]', url: null, transfer: null },
        // papers that came back are replaced under their number
        number: last && last.state !== 'canceled' ? last.number : createId(now, random(16)),
        ...{ sent_at: now, asked_at: now },
      }
      await saveApplication(tx, begun)
      await followApplication(tx, begun)
      return { row: begun, shop: found }
    }, 'guarded')
  }
}

/** What the seller is told when WeChat Pay does not take her papers: the field that it refuses, or that it cannot be reached. */
async function refused(
  deps: AppDependencies,
  row: ApplicationRow,
  { fault, code, field, message }: GatewayError,
  log: Log,
): Promise<ApiError> {
  log.warn({ number: row.number, fault, code }, 'WeChat Pay did not take an application')
  if (fault === 'unavailable') return new ApiError('unavailable', { retryAfter: 10 })
  if (code !== 'PARAM_ERROR') return new ApiError('payment-unavailable')
  await recordState(deps, row, { state: 'rejected', reasons: [{ path: field, text: reasonOf(message) }] })
  return new ApiError('bad-input', { fields: [{ path: field ?? '', message: reasonOf(message) }] })
}

/** The service's words without the id of the request. */
const reasonOf = (message: string): string => message.replace(/ \([^)]*\)$/, '')
