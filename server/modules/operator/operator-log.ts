import type { Insertable } from 'kysely'
import { createId } from '@/domain/id'
import type { Query } from '../../db/database'
import type { OperatorLogTable } from '../../db/operator-tables'
import type { AppDependencies } from '../../dependencies'
import { addJob } from '../../jobs/jobs'
import { addAuditEntry } from './audit-trail'

/** The kind of job that makes a running server log an operator's action. */
export const OPERATOR_ACTION = 'operator-action'

export type OperatorDependencies = Pick<AppDependencies, 'clock' | 'random' | 'secret'>

type Action = Omit<Insertable<OperatorLogTable>, 'id' | 'at' | 'owner_reason'> & {
  /** Who did it; `null` for the command line. */
  operatorId: string | null
  owner_reason?: string | null
}

/** Writes an operator's action on a shop to its log and to the audit trail, and adds a job that notifies a running server. */
export async function logOperatorAction(
  deps: OperatorDependencies,
  tx: Query,
  { operatorId, ...action }: Action,
): Promise<void> {
  const at = deps.clock()
  const id = createId(at, deps.random(16))
  await tx
    .insertInto('operator_log')
    .values({ owner_reason: null, ...action, id, at })
    .execute()
  const { shop_id: shopId, owner_reason: _, ...facts } = action
  const job = { id: `${OPERATOR_ACTION}:${id}`, kind: OPERATOR_ACTION, payload: { shopId, ...facts } }
  await addJob(tx, { ...job, runAt: at })
  const details = { reason: action.reason ?? null, ownerReason: action.owner_reason ?? null }
  await addAuditEntry(deps, tx, { operatorId, action: action.action, subject: action.slug, details })
}
