import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/domain/failure'
import { createRetry, type RetryPolicy } from './retry'

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
