import type { FastifyBaseLogger } from 'fastify'
import { addDays, type Day, dayOf, startOfDay } from '@/domain/day'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import { HOUR_MS } from '../../jobs/intervals'
import { checkDay } from './check-day'
import { type ConnectedService, connectedServices } from './connected-services'
import { firstPaymentAt } from './recorded-movements'

/** Interval in ms between two looks for statements that can be read. */
export const STATEMENT_SWEEP_MS = HOUR_MS

/** A day's statement can be read the next day from 10:00 on, in China. */
const READY_AFTER_MS = 34 * HOUR_MS

/** When, and for how long, a statement that differs is compared again. */
const AGAIN_AFTER_MS = 24 * HOUR_MS
const AGAIN_FOR_MS = 8 * 24 * HOUR_MS

/** The number of days back for which statements are still compared after an outage. */
const DAYS_BACK = 30

type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>
type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments'>

/** Compares every statement that can be read and was not compared. A service that does not answer is asked again later. */
export async function checkStatements(deps: Dependencies, log: Log): Promise<void> {
  for (const service of connectedServices(deps.payments))
    for (const day of await daysToCheck(deps, service)) {
      const isAnswering = await checkAndReport(deps, service, { day, log })
      if (!isAnswering) break
    }
}

async function daysToCheck({ db, clock }: Dependencies, service: ConnectedService): Promise<Day[]> {
  const first = await firstPaymentAt(db.query, service)
  if (first === undefined) return []
  const now = clock()
  const today = dayOf(now)
  const checked = await checkedDays(db.query, service.name, now)
  return Array.from({ length: DAYS_BACK }, (_, i) => addDays(today, i - DAYS_BACK)).filter(
    (day) => day >= dayOf(first) && now >= startOfDay(day) + READY_AFTER_MS && !checked.has(day),
  )
}

/** The days that need no comparison now. One that differs is compared again every day for a week: what was late may have come. */
async function checkedDays(db: Query, service: string, now: number): Promise<Set<Day>> {
  const rows = await db
    .selectFrom('statement_check')
    .select(['day', 'checked_at', 'differences'])
    .where('service', '=', service)
    .execute()
  const isOver = ({ day, checked_at, differences }: (typeof rows)[number]) =>
    differences === '[]' || checked_at > now - AGAIN_AFTER_MS || startOfDay(day) < now - AGAIN_FOR_MS
  return new Set(rows.filter(isOver).map(({ day }) => day))
}

/** False when the service does not answer now. */
async function checkAndReport(
  deps: Dependencies,
  service: ConnectedService,
  { day, log }: { day: Day; log: Log },
): Promise<boolean> {
  try {
    const differences = await checkDay(deps, service, day)
    if (differences.length > 0)
      log.error(
        { service: service.name, day, differences },
        'the statement of a payment service differs from what is recorded',
      )
    return true
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ service: service.name, day, code: error.code }, 'a statement cannot be read')
    // one that makes no sense keeps no others from being compared
    return error.code === 'BAD_BILL'
  }
}

export interface StoredCheck {
  service: string
  day: Day
  differences: string
}

export const differingChecks = (db: Query): Promise<StoredCheck[]> =>
  db
    .selectFrom('statement_check')
    .select(['service', 'day', 'differences'])
    .where('differences', '!=', '[]')
    .orderBy('day')
    .orderBy('service')
    .execute()
