import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/domain/failure'
import { preloadedReply } from '@/platform/lifecycle/first-paint'
import { network } from '@/platform/network/network'
import type { Result } from './result'

export interface ReadState<T> {
  /** The newest reply; kept while a newer one is fetched and when that fails. */
  data?: T
  /** Why the newest attempt failed. */
  failure?: Failure
  loading: boolean
  reload(): Promise<void>
  /** Puts a reply that another call brought in place of the newest. */
  set(data: T): void
}

interface Kept<T> {
  key: string
  data?: T
  failure?: Failure
  loading: boolean
}

/** The state after a reply: a failure keeps the data that was there. */
function after<T>(old: Kept<T>, key: string, result: Result<T>): Kept<T> {
  if (result.ok) return { key, data: result.data, loading: false }
  const data = old.key === key && old.data !== undefined ? { data: old.data } : {}
  return { key, ...data, failure: result.failure, loading: false }
}

/** The last replies of this visit, for readers who would rather see them at once than wait; a few, newest last. */
const lastReplies = new Map<string, unknown>()
const MOST_REPLIES = 20

function rememberReply(key: string, data: unknown) {
  lastReplies.delete(key)
  lastReplies.set(key, data)
  const [oldest] = lastReplies.keys()
  if (lastReplies.size > MOST_REPLIES && oldest !== undefined) lastReplies.delete(oldest)
}

function firstState<T>(key: string, waits: boolean, warm: boolean): Kept<T> {
  const known = warm ? ((lastReplies.get(key) ?? preloadedReply(key)) as T | undefined) : undefined
  return { key, ...(known === undefined ? {} : { data: known }), loading: !waits }
}

/**
 * Reads again when `key` changes; late replies to an earlier key are dropped. `warm` shows what the same read answered
 * last in this visit, or what came with the page, until the new reply is there: for pages that look, not for forms that
 * change what they read.
 */
export function useRead<T>(key: string, read: (() => Promise<Result<T>>) | null, warm = false): ReadState<T> {
  const [kept, setKept] = useState<Kept<T>>(() => firstState(key, read === null, warm))
  const turn = useRef(0)
  const latest = useRef(read)
  latest.current = read

  const reload = useCallback(async () => {
    if (!latest.current) return
    turn.current += 1
    const mine = turn.current
    setKept((old) => (old.key === key ? { ...old, loading: true } : { key, loading: true }))
    const result = await latest.current()
    if (warm && result.ok) rememberReply(key, result.data)
    if (mine === turn.current) setKept((old) => after(old, key, result))
  }, [key, warm])

  const set = useCallback(
    (data: T) => {
      turn.current += 1
      setKept({ key, data, loading: false })
    },
    [key],
  )

  useEffect(() => {
    void reload()
    return () => {
      turn.current += 1
    }
  }, [reload])
  useReloadWhenBack(kept.failure?.status === 0, reload)

  const { key: known, ...state } = kept
  return { ...(known === key ? state : { loading: read !== null }), reload, set }
}

function useReloadWhenBack(lost: boolean, reload: () => Promise<void>) {
  useEffect(() => {
    if (!lost) return
    return network.onChange((online) => {
      if (online) void reload()
    })
  }, [lost, reload])
}
