import type { AppDependencies } from './dependencies'
import { addJob, endJob } from './jobs/jobs'

/** As much as a small photo, so that what succeeds here is worth something. */
const PROBE = Buffer.alloc(256 * 1024, 1)

/** Writes and takes away a little in the database and beside the photos; throws what stands in the way. */
export async function probeWrites({ db, blobs, clock, random }: AppDependencies): Promise<void> {
  const name = `probe-${Buffer.from(random(8)).toString('hex')}`
  await db.withTx(async (tx) => {
    await addJob(tx, { id: name, kind: 'probe', payload: {}, runAt: clock() })
    await endJob(tx, { id: name, lease_until: 0 })
  })
  await blobs.put(name, PROBE)
  await blobs.remove(name)
}
