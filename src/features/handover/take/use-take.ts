import { useState } from 'react'
import { call } from '@/api/call'
import type { Handover, Taken } from '@/contract/shop/handovers'
import { useRequest } from '@/platform/network/use-request'

/** Reads a code and takes its handover. A second tap does nothing while a request is under way. */
export function useTake() {
  /** A code and its handover, until the handover is taken. */
  const [found, setFound] = useState<{ code: string; handover: Handover }>()
  const [taken, setTaken] = useState<Taken>()
  const { busy, failure, setFailure, send } = useRequest<'reading' | 'accepting'>()

  const read = async (code: string) => {
    const result = await send(() => call('POST /api/handover-codes/read', { body: { code } }), 'reading')
    if (result?.ok) setFound({ code, handover: result.data })
  }

  const accept = async (centre?: string) => {
    if (!found) return
    const body = { code: found.code, ...(centre === undefined ? {} : { centre }) }
    const result = await send(() => call('POST /api/handover-codes/accept', { body }), 'accepting')
    if (result?.ok) setTaken(result.data)
  }

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
