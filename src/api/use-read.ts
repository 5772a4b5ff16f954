import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/domain/failure'
import { preloadedReply } from '@/platform/lifecycle/launch'
import type { Result } from './result'
import { type RetryPolicy, retryPolicies, useRetry } from './retry'

export interface ReadState<T> {
  /** The latest reply; still available while a reload runs and after it fails. */
  data?: T
  /** Why the latest attempt failed. */
  failure?: Failure
  loading: boolean
  reload(): Promise<void>
  /** Replaces `data`, for example with the reply of another call. */
  set(data: T): void
}

export interface RetryOptions {
  /** When a failed read is repeated; by default when the network returns. */
  policy?: RetryPolicy
  /** False while a failed read is not repeated; true by default. */
  isActive?: boolean
}

interface ReadOptions extends RetryOptions {
  warm?: boolean
}

interface ReadEntry<T> {
  key: string
  data?: T
  failure?: Failure
  loading: boolean
}

/** The state after a reply; a failure does not discard existing data. */
function nextEntry<T>(previous: ReadEntry<T>, key: string, result: Result<T>): ReadEntry<T> {
  if (result.ok) return { key, data: result.data, loading: false }
  const data = previous.key === key && previous.data !== undefined ? { data: previous.data } : {}
  return { key, ...data, failure: result.failure, loading: false }
}

/** In-memory cache of `warm` replies, the newest last. */
const replyCache = new Map<string, unknown>()
const MAX_REPLIES = 20

function cacheReply(key: string, data: unknown) {
  replyCache.delete(key)
  replyCache.set(key, data)
  const [oldest] = replyCache.keys()
  if (replyCache.size > MAX_REPLIES && oldest !== undefined) replyCache.delete(oldest)
}

function initialEntry<T>(key: string, isDelayed: boolean, warm: boolean): ReadEntry<T> {
  const cached = warm ? ((replyCache.get(key) ?? preloadedReply(key)) as T | undefined) : undefined
  return { key, ...(cached === undefined ? {} : { data: cached }), loading: !isDelayed }
}

/**
 * Reads again when `key` changes and ignores late replies to an earlier key. `warm` starts with the cached reply of this
 * visit, or the one embedded in the page, until the new reply arrives. Use it for display only, not for forms.
 */
export function useRead<T>(
  key: string,
  read: (() => Promise<Result<T>>) | null,
  { warm = false, policy = retryPolicies.read, isActive = true }: ReadOptions = {},
): ReadState<T> {
  const [entry, setEntry] = useState<ReadEntry<T>>(() => initialEntry(key, read === null, warm))
  const turn = useRef(0)
  const latest = useRef(read)
  latest.current = read

  const reload = useCallback(async () => {
    if (!latest.current) return
    turn.current += 1
    const requestTurn = turn.current
    setEntry((old) => (old.key === key ? { ...old, loading: true } : { key, loading: true }))
    const result = await latest.current()
    if (warm && result.ok) cacheReply(key, result.data)
    if (requestTurn === turn.current) setEntry((old) => nextEntry(old, key, result))
  }, [key, warm])

  const set = useCallback(
    (data: T) => {
      turn.current += 1
      setEntry({ key, data, loading: false })
    },
    [key],
  )

  useEffect(() => {
    void reload()
    return () => {
      turn.current += 1
    }
  }, [reload])
  useRetry(entry.failure, reload, policy, isActive)

  const { key: entryKey, ...state } = entry
  return { ...(entryKey === key ? state : { loading: read !== null }), reload, set }
}
