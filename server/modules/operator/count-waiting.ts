import type { RouteReply } from '@/contract/routes'
import type { AppDependencies } from '../../dependencies'
import { readBlockAppeals } from '../appeals/block-appeals'
import { differingChecks } from '../statements/check-statements'
import { readJobs } from './failed-jobs'
import { readReports } from './open-reports'
import { readStuckMoney } from './stuck-money'
import { readWaitingContents } from './waiting-contents'

/** How much of each kind waits for an operator. */
export type WaitingCounts = RouteReply<'GET /api/operator'>['waiting']

export async function countWaiting(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'secret'>,
): Promise<WaitingCounts> {
  const { query } = deps.db
  const now = deps.clock()
  return {
    appeals: (await readBlockAppeals(query)).length,
    reports: (await readReports(query)).length,
    contents: (await readWaitingContents(deps)).length,
    money: (await readStuckMoney(query, now)).length + (await differingChecks(query)).length,
    jobs: (await readJobs(query, now)).failed.length,
  }
}
