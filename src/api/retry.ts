import { type Failure, isTransient } from '@/domain/failure'
import { network } from '@/platform/network/network'

/** When a failed request is repeated. Nothing gives up by itself: a policy ends with success or with `cancel`. */
export interface RetryPolicy {
  /** The pauses before the retries, in ms; the last one repeats. Without any, only the network's return starts a retry. */
  delays: readonly number[]
  /** Whether the network's return starts a retry at once. Online events alone are unreliable on phones. */
  onNetworkReturn: boolean
  /** The failures after which it is repeated; all of them if absent. */
  isRetried?(failure: Failure): boolean
}

const isTransientFailure = ({ code }: Failure) => isTransient(code)

export const retryPolicies = {
  /** Every read of `useRead`. */
  read: { delays: [], onNetworkReturn: true, isRetried: ({ status }) => status === 0 },
  /** The storefront that a buyer looks at, in addition to `read`. */
  storefront: {
    delays: [4_000, 8_000, 15_000, 30_000],
    onNetworkReturn: false,
    isRetried: isTransientFailure,
  },
  /** The further products of a storefront, which are not read by `useRead`. */
  storefrontPages: { delays: [4_000, 8_000, 15_000, 30_000], onNetworkReturn: true },
  /** What the look editor needs to start, in addition to `read`. */
  editor: { delays: [10_000], onNetworkReturn: false, isRetried: isTransientFailure },
  /** Saving a look's draft. */
  autosave: { delays: [10_000], onNetworkReturn: true },
  /** Uploading recordings. */
  voices: { delays: [10_000], onNetworkReturn: true },
  /** Asking whether a look was published; the seller waits for the reply. */
  publishConfirmation: { delays: [3_000], onNetworkReturn: true },
  /** Opening a shop. */
  openShop: { delays: [2_000, 4_000, 8_000, 16_000, 32_000, 60_000], onNetworkReturn: true },
  /** The list of templates; the known ones stand in. */
  templates: { delays: [], onNetworkReturn: true },
} as const satisfies Record<string, RetryPolicy>

export interface Retry {
  /**
   * Schedules the next run: after the policy's pause, or the failure's `Retry-After` if that is longer, or when the
   * network returns. Does nothing after a failure that the policy does not retry.
   */
  schedule(failure?: Failure): void
  cancel(): void
  /** Cancels, and starts over with the first pause. */
  reset(): void
}

/** Creates the retries of `run`, which calls `schedule` again if it fails. */
export function createRetry(run: () => unknown, { delays, onNetworkReturn, isRetried }: RetryPolicy): Retry {
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
      if (failure && isRetried?.(failure) === false) return
      const delay = delays[Math.min(count, delays.length - 1)]
      if (delay !== undefined) timer = setTimeout(runNow, Math.max(delay, (failure?.retryAfter ?? 0) * 1000))
      // listening goes on during a run: the network may return while a request without a reply is still pending
      if (onNetworkReturn) stopListening = network.onChange((online) => online && runNow())
    },
    reset() {
      cancel()
      count = 0
    },
  }
}
