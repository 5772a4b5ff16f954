import { DEFAULT_QUIET_HOURS, quietEnd } from '@/domain/notification'
import { callOperatorsWords as words } from '@/locales/operator/call-operators'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import { MINUTE_MS } from '../../jobs/intervals'
import type { Job } from '../../jobs/jobs'
import { countWaiting, type WaitingCounts } from './count-waiting'

/** The time between two looks at what waits, in ms. */
export const CALL_EVERY_MS = 10 * MINUTE_MS

type Deps = Pick<AppDependencies, 'db' | 'clock' | 'secret' | 'groupRobot' | 'settings'>

interface Log {
  warn(facts: object, message: string): void
}

const isMore = (now: WaitingCounts, told: Partial<WaitingCounts>): boolean =>
  (Object.keys(now) as (keyof WaitingCounts)[]).some((kind) => now[kind] > (told[kind] ?? 0))

/**
 * Tells the operators in their chat group that more waits than they were told of before, at most once each time it runs, and not at night.
 * The job's payload holds the numbers they were told; without an answer of the service they stay, and the next run tries again.
 */
export async function callOperators(deps: Deps, job: Pick<Job, 'id' | 'payload'>, log: Log): Promise<void> {
  const { groupRobot, clock, settings } = deps
  if (!groupRobot || quietEnd(DEFAULT_QUIET_HOURS, clock()) !== undefined) return
  const waiting = await countWaiting(deps)
  if (isMore(waiting, readTold(job.payload))) {
    try {
      await groupRobot.send(words.text(waiting, settings.publicUrl && `${settings.publicUrl}/console`))
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      log.warn({ code: error.code }, 'operators could not be called: the robot of their group refused')
      return
    }
  }
  await saveTold(deps, job, waiting)
}

const readTold = (payload: string): Partial<WaitingCounts> => JSON.parse(payload) as Partial<WaitingCounts>

const saveTold = ({ db }: Deps, { id }: Pick<Job, 'id'>, told: WaitingCounts) =>
  db.withTx((tx) =>
    tx
      .updateTable('job')
      .set({ payload: JSON.stringify(told) })
      .where('id', '=', id)
      .execute(),
  )
