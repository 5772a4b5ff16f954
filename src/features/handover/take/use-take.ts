import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Handover, Taken } from '@/contract/shop/handovers'
import type { Failure } from '@/domain/failure'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'

/** Reads a code and takes its handover. A second tap does nothing while a request is under way. */
export function useTake() {
  /** A code and its handover, until the handover is taken. */
  const [found, setFound] = useState<{ code: string; handover: Handover }>()
  const [taken, setTaken] = useState<Taken>()
  const [busy, setBusy] = useState<false | 'reading' | 'accepting'>(false)
  const [failure, setFailure] = useState<Failure>()
  const running = useRef(false)
  const isMounted = useIsMounted()

  async function run(kind: 'reading' | 'accepting', work: () => Promise<Failure | undefined>) {
    if (running.current) return
    running.current = true
    setBusy(kind)
    setFailure(undefined)
    const failed = await work()
    running.current = false
    if (!isMounted.current) return
    setBusy(false)
    setFailure(failed)
  }

  const read = (code: string) =>
    run('reading', async () => {
      const result = await call('POST /api/handover-codes/read', { body: { code } })
      if (!result.ok) return result.failure
      setFound({ code, handover: result.data })
      return undefined
    })

  const accept = (centre?: string) =>
    run('accepting', async () => {
      if (!found) return undefined
      const body = { code: found.code, ...(centre === undefined ? {} : { centre }) }
      const result = await call('POST /api/handover-codes/accept', { body })
      if (!result.ok) return result.failure
      setTaken(result.data)
      return undefined
    })

  return {
    ...{ found, taken, busy, failure },
    read: (code: string) => void read(code),
    /** Takes the handover; a helper names the centre for which they act. */
    accept: (centre?: string) => void accept(centre),
    /** Goes back to another code. */
    reset: () => {
      setFound(undefined)
      setFailure(undefined)
    },
  }
}
