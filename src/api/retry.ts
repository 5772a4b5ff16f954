import { useEffect, useRef, useState } from 'react'
import { type Failure, isTransient } from '@/domain/failure'
import { network } from '@/platform/network/network'

/** When a failed request is repeated. No policy gives up: it ends with success or with `cancel`. */
export interface RetryPolicy {
  /** The pauses before the retries, in ms; the last one repeats. Without any, only the network's return starts a retry. */
  delays: readonly number[]
  /** The failures after which it is repeated; temporary ones by default. */
  isRetried?(failure: Failure): boolean
}

export const retryPolicies = {
  /** Reads, unless they have a policy of their own, and stock moves without a reply. */
  read: { delays: [] },
  /** A storefront that a buyer looks at. */
  storefront: { delays: [4_000, 8_000, 15_000, 30_000] },
  /** Reading, saving and uploading in the look editor. */
  editor: { delays: [10_000] },
  /** Asking whether a look was published; the seller waits for the reply. */
  publishConfirmation: { delays: [3_000] },
  /** Connecting the socket of a lesson, which is polled meanwhile. */
  lessonSocket: { delays: [1_000, 2_000, 4_000, 8_000, 15_000] },
  /** A learner's requests to her lesson. */
  attendance: { delays: [2_000, 5_000, 10_000] },
  openShop: { delays: [2_000, 4_000, 8_000, 16_000, 32_000, 60_000], isRetried: () => true },
} as const satisfies Record<string, RetryPolicy>

export interface Retry {
  /**
   * Schedules the next run: after the policy's pause, or the failure's `Retry-After` if that is longer, and whenever the
   * network returns. Does nothing after a failure that the policy does not retry.
   */
  schedule(failure?: Failure): void
  cancel(): void
  /** Cancels, and starts over with the first pause. */
  reset(): void
}

/** Creates the retries of `run`, which calls `schedule` again if it fails. */
export function createRetry(run: () => unknown, policy: RetryPolicy): Retry {
  const { delays, isRetried = ({ code }) => isTransient(code) } = policy
  let count = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopListening: (() => void) | undefined

  const cancel = () => {
    clearTimeout(timer)
    stopListening?.()
    stopListening = undefined
  }
  const runNow = () => {
    clearTimeout(timer)
    count += 1
    void run()
  }
  return {
    cancel,
    schedule(failure) {
      cancel()
      if (failure && !isRetried(failure)) return
      const delay = delays[Math.min(count, delays.length - 1)]
      // online events alone are unreliable on phones
      if (delay !== undefined) timer = setTimeout(runNow, Math.max(delay, (failure?.retryAfter ?? 0) * 1000))
      // listening goes on during a run: the network may return while a request without a reply is still pending
      stopListening = network.onChange((online) => online && runNow())
    },
    reset() {
      cancel()
      count = 0
    },
  }
}

/**
 * Calls `retry` after each `failure` (a new object every time) as `policy` says, until there is none. While not
 * `isActive`, nothing is retried and the pauses do not grow.
 */
export function useRetry(
  failure: Failure | undefined,
  retry: () => unknown,
  policy: RetryPolicy,
  isActive = true,
): void {
  const latest = useRef(retry)
  latest.current = retry
  const [scheduled] = useState(() => createRetry(() => latest.current(), policy))
  useEffect(() => {
    if (failure === undefined) scheduled.reset()
    if (failure === undefined || !isActive) return
    scheduled.schedule(failure)
    return scheduled.cancel
  }, [failure, isActive, scheduled])
}
