import type { Insertable } from 'kysely'
import { makeId } from '@/domain/id'
import type { Query } from '../db/database'
import type { OperatorLogTable } from '../db/tables'
import type { AppDependencies } from '../dependencies'
import { addJob } from '../jobs/jobs'

/** A job that lets a running server write an action to its log. */
export const OPERATOR_ACTION = 'operator-action'

type Action = Omit<Insertable<OperatorLogTable>, 'id' | 'at'>

/** Writes an action to the operator log, and tells the running servers of it. */
export async function logAction(
  { clock, random }: Pick<AppDependencies, 'clock' | 'random'>,
  tx: Query,
  action: Action,
): Promise<void> {
  const at = clock()
  const id = makeId(at, random(16))
  await tx
    .insertInto('operator_log')
    .values({ ...action, id, at })
    .execute()
  const { shop_id: shopId, ...facts } = action
  const job = { id: `${OPERATOR_ACTION}:${id}`, kind: OPERATOR_ACTION, payload: { shopId, ...facts } }
  await addJob(tx, { ...job, runAt: at })
}
