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
  stop(): Promise<void>
}

type ReportError = (job: Job, error: unknown) => void

interface WorkerContext {
  deps: AppDependencies
  kinds: Record<string, JobKind>
  report: ReportError
}

async function runJob(context: WorkerContext, job: Job) {
  const { deps, kinds, report } = context
  const stopRenewing = renewUntilDone(context, job)
  try {
    // a job that crashes its process never reaches `failJob`
    if (job.attempts > MAX_ATTEMPTS) throw new Error('its worker ended every time')
    const kind = kinds[job.kind]
    if (!kind) throw new Error(`no such kind of job: ${job.kind}`)
    const again = postponedTime(kind, job, deps.clock()) ?? (await kind.run(job))
    await stopRenewing()
    await deps.db.withTx((tx) => finishJob(tx, job, again))
  } catch (error) {
    await stopRenewing()
    report(job, error)
    const reason = error instanceof Error ? error.message : String(error)
    await deps.db.withTx((tx) => failJob(tx, job, reason, deps.clock()))
  }
}

/** Returns the time (epoch ms) to which a job that starts too late is postponed, and undefined for a job that runs now. */
function postponedTime({ whenLate }: JobKind, job: Job, now: number): number | undefined {
  return whenLate && job.attempts === 1 && now - job.run_at > whenLate.after
    ? now + whenLate.delay
    : undefined
}

/** Renews the lease of a long job, so that no other worker considers it stale. Returns a function that ends this. */
function renewUntilDone({ deps, report }: WorkerContext, job: Job) {
  let renewal: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    renewal = deps.db
      .withTx((tx) => renewLease(tx, job, deps.clock()))
      .catch((error: unknown) => report(job, error))
  }, LEASE_MS / 3).unref()
  return () => {
    clearInterval(timer)
    return renewal
  }
}

/** Adds the job of each recurring kind, or revives it when it had failed for good. */
async function ensureRecurringJobs({ deps: { db, clock }, kinds }: WorkerContext) {
  for (const [kind, { isRecurring }] of Object.entries(kinds))
    if (isRecurring)
      await db.withTx(async (tx) => {
        await addJob(tx, { id: kind, kind, payload: {}, runAt: clock() })
        await requeueDeadJob(tx, kind, clock())
      })
}

/** Creates a worker that runs the jobs of these kinds; `report` gets every error. */
export function createWorker(
  deps: AppDependencies,
  kinds: Record<string, JobKind>,
  report: ReportError,
): Worker {
  const { db, clock } = deps
  const context = { deps, kinds, report }
  const staleLeases = new StaleLeases(deps)
  let timer: NodeJS.Timeout | undefined
  let busy: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function runDue() {
    await clampRunTimes(db.query, (kind) => kinds[kind]?.maxDelay, clock())
    await staleLeases.releaseExpired()
    for (let done = 0; ; done++) {
      const job = stopped ? undefined : await db.withTx((tx) => claimJob(tx, clock()))
      if (!job) return done
      await runJob(context, job)
    }
  }

  async function start(every: number) {
    await ensureRecurringJobs(context)
    const poll = () => {
      busy = runDue().catch((error: unknown) => report(CLAIM, error))
      void busy.then(() => {
        if (!stopped) timer = setTimeout(poll, every).unref()
      })
    }
    timer = setTimeout(poll, every).unref()
  }

  async function stop() {
    stopped = true
    clearTimeout(timer)
    await busy
  }

  return { runDue, start, stop }
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
