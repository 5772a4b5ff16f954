import type { AppDependencies } from './dependencies'
import { addJob, finishJob } from './jobs/jobs'

/** As large as a small photo, so that a successful probe means that uploads work. */
const PROBE = Buffer.alloc(256 * 1024, 1)

/** Writes and removes test data in the database and the photo folder; throws the error when that fails. */
export async function probeWrites({ db, blobs, clock, random }: AppDependencies): Promise<void> {
  const name = `probe-${Buffer.from(random(8)).toString('hex')}`
  await db.withTx(async (tx) => {
    await addJob(tx, { id: name, kind: 'probe', payload: {}, runAt: clock() })
    await finishJob(tx, { id: name, lease_until: 0 })
  })
  await blobs.put(name, PROBE)
  await blobs.remove(name)
}
