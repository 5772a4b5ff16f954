import type { AppDependencies } from '../dependencies'
import {
  addJob,
  claimJob,
  clampRunTimes,
  failJob,
  finishJob,
  type Job,
  LEASE_MS,
  MAX_ATTEMPTS,
  renewLease,
  requeueDeadJob,
} from './jobs'
import { StaleLeases } from './stale-leases'

/** Runs a job; resolves with the time of the next run (epoch ms) when the job recurs. */
type JobHandler = (job: Job) => Promise<number | undefined>

export interface JobKind {
  run: JobHandler
  /** The longest delay for which a job of this kind is regularly scheduled, in ms. */
  maxDelay: number
  /**
   * A job that starts more than `after` ms late (after downtime or a clock change) is postponed once by `delay` ms instead
   * of run, because data that looks expired may be recent.
   */
  whenLate?: { after: number; delay: number }
  /** A recurring kind has exactly one job, which is added when the worker starts. */
  isRecurring?: true
}

export interface Worker {
  /** Runs all jobs that are due; returns how many were attempted. */
  runDue(): Promise<number>
  /** Polls for due jobs every `every` ms until `stop`. */
  start(every: number): Promise<void>
  /** Stops after the job that is running. */
  stop(): Promise<void>
}

type ReportError = (job: Job, error: unknown) => void

/** Creates a worker that runs the jobs of these kinds; `report` gets every error. */
export function createWorker(
  deps: AppDependencies,
  kinds: Record<string, JobKind>,
  report: ReportError,
): Worker {
  const { db, clock } = deps
  const staleLeases = new StaleLeases(deps)
  let timer: NodeJS.Timeout | undefined
  let busy: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function runOne(job: Job) {
    const stopRenewing = renewUntilDone(job)
    try {
      // a job that crashes its process never reaches `failJob`
      if (job.attempts > MAX_ATTEMPTS) throw new Error('its worker ended every time')
      const kind = kinds[job.kind]
      if (!kind) throw new Error(`no such kind of job: ${job.kind}`)
      const again = postponed(kind, job) ?? (await kind.run(job))
      await stopRenewing()
      await db.withTx((tx) => finishJob(tx, job, again), 'guarded')
    } catch (error) {
      await stopRenewing()
      report(job, error)
      const reason = error instanceof Error ? error.message : String(error)
      await db.withTx((tx) => failJob(tx, job, reason, clock()), 'guarded')
    }
  }

  function postponed({ whenLate }: JobKind, job: Job): number | undefined {
    return whenLate && job.attempts === 1 && clock() - job.run_at > whenLate.after
      ? clock() + whenLate.delay
      : undefined
  }

  /** Renews the lease of a long job, so that no other worker considers it stale. Returns a function that ends this. */
  function renewUntilDone(job: Job) {
    let renewal: Promise<unknown> = Promise.resolve()
    const timer = setInterval(() => {
      renewal = db
        .withTx((tx) => renewLease(tx, job, clock()), 'guarded')
        .catch((error: unknown) => report(job, error))
    }, LEASE_MS / 3).unref()
    return () => {
      clearInterval(timer)
      return renewal
    }
  }

  async function runDue() {
    await clampRunTimes(db.query, (kind) => kinds[kind]?.maxDelay, clock())
    await staleLeases.releaseExpired()
    for (let done = 0; ; done++) {
      const job = stopped ? undefined : await db.withTx((tx) => claimJob(tx, clock()), 'guarded')
      if (!job) return done
      await runOne(job)
    }
  }

  const ensure = (kind: string) =>
    db.withTx(async (tx) => {
      await addJob(tx, { id: kind, kind, payload: {}, runAt: clock() })
      await requeueDeadJob(tx, kind, clock())
    })

  async function start(every: number) {
    for (const [kind, { isRecurring }] of Object.entries(kinds)) if (isRecurring) await ensure(kind)
    const poll = () => {
      busy = runDue().catch((error: unknown) => report(CLAIM, error))
      void busy.then(() => {
        if (!stopped) timer = setTimeout(poll, every).unref()
      })
    }
    timer = setTimeout(poll, every).unref()
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

/** Stands for the job in reports when claiming a job failed. */
const CLAIM: Job = {
  id: '',
  kind: 'claim',
  payload: '{}',
  run_at: 0,
  attempts: 0,
  lease_until: 0,
  dead: 0,
  last_error: null,
}
