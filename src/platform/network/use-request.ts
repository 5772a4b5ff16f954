import { useRef, useState } from 'react'
import type { Failure } from '@/domain/failure'

type Result = { ok: true } | { ok: false; failure: Failure }

/** Sends requests one at a time: which kind is under way, and why the last one failed. */
export function useRequest<K extends string = never>() {
  const [busy, setBusy] = useState<K | boolean>(false)
  const [failure, setFailure] = useState<Failure>()
  const running = useRef(false)

  /** Resolves to the result, or to undefined if another request is under way. */
  async function send<R extends Result>(request: () => Promise<R>, kind?: K): Promise<R | undefined> {
    if (running.current) return undefined
    running.current = true
    setBusy(kind ?? true)
    setFailure(undefined)
    try {
      const result = await request()
      if (!result.ok) setFailure(result.failure)
      return result
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { busy, failure, setFailure, send }
}
