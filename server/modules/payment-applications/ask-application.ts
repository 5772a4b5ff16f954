import type { FastifyBaseLogger } from 'fastify'
import { isUnderWay } from '@/domain/payment/payment-application'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { GatewayApplication } from '../../gateways/onboarding'
import { GatewayError } from '../../gateways/payment-gateway'
import { readGrants } from '../grants/grants'
import { saveGrants } from '../payments/save-grants'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { type ApplicationRow, findApplication, saveApplication } from './store'

type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

/** Papers may be on their way for this long, which is more than a request takes. */
const ARRIVAL_MS = 15_000

/**
 * Asks WeChat Pay how an application stands, and records the answer; a seller whom it accepts is granted WeChat Pay. Returns the
 * application as it stands then. A service that does not answer changes nothing.
 */
export async function askApplication(
  deps: AppDependencies,
  row: ApplicationRow,
  log: Log,
): Promise<ApplicationRow> {
  const { onboarding } = deps.payments
  if (!onboarding || !isUnderWay(row.state)) return row
  try {
    const answer = (await onboarding.query(row.number)) ?? whenUnknown(row, deps.clock())
    if (answer?.state === 'accepted' && answer.merchant === undefined) {
      log.error({ number: row.number }, 'WeChat Pay accepts a seller without naming her number')
      return row
    }
    if (!answer || isSame(row, answer)) return row
    const changed = await recordState(deps, row, answer)
    log.info({ number: row.number, state: changed.state }, 'an application to WeChat Pay has changed')
    return changed
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ number: row.number, code: error.code }, 'WeChat Pay does not answer how an application stands')
    return row
  }
}

/**
 * An application that WeChat Pay does not know has to be sent again, unless its papers may still be on their way. One that it refused to
 * take keeps the reasons.
 */
const whenUnknown = ({ state, sent_at }: ApplicationRow, now: number): GatewayApplication | undefined =>
  state === 'rejected' || now - sent_at < ARRIVAL_MS ? undefined : { state: 'unsent', reasons: [] }

const toColumns = ({ state, reasons, url, transfer }: GatewayApplication) => ({
  ...{ state, reasons: JSON.stringify(reasons), url: url ?? null },
  transfer: transfer ? JSON.stringify(transfer) : null,
})

/** True if an answer says nothing new. Papers that were refused when they were sent again keep these reasons, not those of before. */
function isSame(row: ApplicationRow, answer: GatewayApplication): boolean {
  if (row.state === 'rejected' && answer.state === 'rejected') return true
  const { state, reasons, url, transfer } = toColumns(answer)
  return row.state === state && row.reasons === reasons && row.url === url && row.transfer === transfer
}

/** Records how an application stands, unless its papers were sent again meanwhile or it has ended. */
export const recordState = (
  deps: AppDependencies,
  row: ApplicationRow,
  answer: GatewayApplication,
): Promise<ApplicationRow> =>
  deps.db.withTx(async (tx) => {
    await lockShop(tx, row.shop_id)
    const current = await findApplication(tx, row.shop_id)
    const isCurrent = current?.number === row.number && current.sent_at === row.sent_at
    if (!current || !isCurrent || !isUnderWay(current.state)) return current ?? row
    const changed = { ...current, ...toColumns(answer) }
    await saveApplication(tx, changed)
    if (answer.state === 'accepted' && answer.merchant !== undefined)
      await grantPlatform(tx, deps, row, answer.merchant)
    return changed
  })

/** Grants a seller WeChat Pay as a seller of the platform, unless an operator has granted it meanwhile. */
async function grantPlatform(
  tx: Query,
  { wechat }: AppDependencies,
  { shop_id: shopId, subject }: ApplicationRow,
  merchant: string,
): Promise<void> {
  const grants = readGrants(await mustFindShop(tx, shopId))
  if (grants.wechat !== undefined) return
  // H5 payment is applied for by itself
  const granted = { role: 'platform', h5: false, browser: wechat?.serviceAccount !== undefined } as const
  await saveGrants(tx, { shopId, grants: { ...grants, subject, wechat: { ...granted, merchant } } })
}
