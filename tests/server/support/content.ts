import { addJob } from '../../../server/jobs/jobs'
import type { TestEnvironment } from './test-environment'

/** Runs the job that checks what was written, as the server does every few seconds. */
export async function checkWritten({ app, deps: { db, clock } }: TestEnvironment): Promise<void> {
  const job = { id: 'check-contents', kind: 'check-contents', payload: {}, runAt: clock() }
  await db.withTx((tx) => addJob(tx, job))
  await app.worker.runDue()
  await db.query.deleteFrom('job').where('id', '=', 'check-contents').execute()
}
