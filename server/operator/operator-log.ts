import type { Insertable } from 'kysely'
import { createId } from '@/domain/id'
import type { Query } from '../db/database'
import type { OperatorLogTable } from '../db/operator-tables'
import type { AppDependencies } from '../dependencies'
import { addJob } from '../jobs/jobs'

/** The kind of job that makes a running server log an operator's action. */
export const OPERATOR_ACTION = 'operator-action'

type Action = Omit<Insertable<OperatorLogTable>, 'id' | 'at' | 'owner_reason'> & {
  owner_reason?: string | null
}

/** Writes an action to the operator log and adds a job that notifies a running server. */
export async function logOperatorAction(
  { clock, random }: Pick<AppDependencies, 'clock' | 'random'>,
  tx: Query,
  action: Action,
): Promise<void> {
  const at = clock()
  const id = createId(at, random(16))
  await tx
    .insertInto('operator_log')
    .values({ owner_reason: null, ...action, id, at })
    .execute()
  const { shop_id: shopId, owner_reason: _, ...facts } = action
  const job = { id: `${OPERATOR_ACTION}:${id}`, kind: OPERATOR_ACTION, payload: { shopId, ...facts } }
  await addJob(tx, { ...job, runAt: at })
}
