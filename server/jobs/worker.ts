import type { AppDependencies } from '../dependencies'
import {
  addJob,
  claimJob,
  endJob,
  failJob,
  type Job,
  LEASE_MS,
  MOST_ATTEMPTS,
  prolongJob,
  reviveJob,
  settleJobs,
} from './jobs'
import { StaleLeases } from './stale-leases'

/** Does a job; answers when it is due again, for work that recurs. */
type JobHandler = (job: Job) => Promise<number | undefined>

export interface JobKind {
  run: JobHandler
  /** The longest that it is put off when all goes well, in ms. */
  waits: number
  /**
   * One that comes later than this (`by`, ms), as after the clock was put forward or the server was off, is not done but
   * put off once more (`wait`, ms): what it takes for old may be new.
   */
  late?: { by: number; wait: number }
  /** Recurring work has one job of its own, which is there from the start. */
  recurs?: true
}

export interface Worker {
  /** Does all that is due; answers how many jobs were tried. */
  runDue(): Promise<number>
  /** Looks for work every so often until it is stopped. */
  start(every: number): Promise<void>
  /** Ends after the job in hand. */
  stop(): Promise<void>
}

type Report = (job: Job, error: unknown) => void

export function workerOf(deps: AppDependencies, kinds: Record<string, JobKind>, report: Report): Worker {
  const { db, clock } = deps
  const staleLeases = new StaleLeases(deps)
  let timer: NodeJS.Timeout | undefined
  let busy: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function runOne(job: Job) {
    const stopHolding = hold(job)
    try {
      // a job that ends its worker never gets as far as failing
      if (job.attempts > MOST_ATTEMPTS) throw new Error('its worker ended every time')
      const kind = kinds[job.kind]
      if (!kind) throw new Error(`no such kind of job: ${job.kind}`)
      const again = putOff(kind, job) ?? (await kind.run(job))
      await stopHolding()
      await db.withTx((tx) => endJob(tx, job, again), 'guarded')
    } catch (error) {
      await stopHolding()
      report(job, error)
      const reason = error instanceof Error ? error.message : String(error)
      await db.withTx((tx) => failJob(tx, job, reason, clock()), 'guarded')
    }
  }

  function putOff({ late }: JobKind, job: Job): number | undefined {
    return late && job.attempts === 1 && clock() - job.run_at > late.by ? clock() + late.wait : undefined
  }

  /** A job that takes long is held on to, so that no other worker takes it for abandoned. */
  function hold(job: Job) {
    let last: Promise<unknown> = Promise.resolve()
    const timer = setInterval(() => {
      last = db
        .withTx((tx) => prolongJob(tx, job, clock()), 'guarded')
        .catch((error: unknown) => report(job, error))
    }, LEASE_MS / 3).unref()
    return () => {
      clearInterval(timer)
      return last
    }
  }

  async function runDue() {
    await settleJobs(db.query, (kind) => kinds[kind]?.waits, clock())
    await staleLeases.look()
    for (let done = 0; ; done++) {
      const job = stopped ? undefined : await db.withTx((tx) => claimJob(tx, clock()), 'guarded')
      if (!job) return done
      await runOne(job)
    }
  }

  const ensure = (kind: string) =>
    db.withTx(async (tx) => {
      await addJob(tx, { id: kind, kind, payload: {}, runAt: clock() })
      await reviveJob(tx, kind, clock())
    })

  async function start(every: number) {
    for (const [kind, { recurs }] of Object.entries(kinds)) if (recurs) await ensure(kind)
    const look = () => {
      busy = runDue().catch((error: unknown) => report(noJob, error))
      void busy.then(() => {
        if (!stopped) timer = setTimeout(look, every).unref()
      })
    }
    timer = setTimeout(look, every).unref()
  }

  return {
    runDue,
    start,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await busy
    },
  }
}

/** What is reported when not even a job could be claimed. */
const noJob: Job = {
  id: '',
  kind: 'claim',
  payload: '{}',
  run_at: 0,
  attempts: 0,
  lease_until: 0,
  dead: 0,
  last_error: null,
}
