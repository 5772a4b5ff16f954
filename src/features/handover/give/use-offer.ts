import { useEffect, useMemo, useRef, useState } from 'react'
import { call } from '@/api/call'
import { createPoll } from '@/api/create-poll'
import type { Result } from '@/api/result'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { HandoverState } from '@/domain/shop/handover'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { type Deadline, useRemaining } from '@/platform/lifecycle/use-remaining'

export type Offer = RouteReply<'PUT /api/shops/:shopId/handovers/:handoverId'>

/** Makes the code of a hand-over; it may be repeated with the same id. */
export type MakeOffer = (handoverId: Id) => Promise<Result<Offer>>

const POLL_MS = 2000

/** Makes a code when the page opens, and follows what becomes of it. */
export function useOffer(make: MakeOffer) {
  const [handoverId, setHandoverId] = useState(newId)
  const [made, setMade] = useState<{ offer: Offer; deadline: Deadline }>()
  const [failure, setFailure] = useState<Failure>()
  const [state, setState] = useState<HandoverState | 'making'>('making')
  const isMounted = useIsMounted()
  const latest = useRef(make)
  latest.current = make

  async function request(id: Id) {
    setState('making')
    setFailure(undefined)
    const result = await latest.current(id)
    if (!isMounted.current) return
    if (!result.ok) return setFailure(result.failure)
    const { expiresAt: until, now } = result.data
    setMade({ offer: result.data, deadline: { until, now } })
    setState('open')
  }
  const requestFirst = useRef(() => request(handoverId))
  useEffect(() => void requestFirst.current(), [])

  const remaining = useRemaining(made?.deadline)
  const isOver = remaining === 0 && state === 'open'
  const poll = useMemo(
    () => createPoll('GET /api/handovers/:handoverId', { params: { handoverId } }),
    [handoverId],
  )
  const ending = useEnding(handoverId, setState)
  // a code that is being ended has not expired
  usePolling(
    async () => {
      const result = await poll()
      if (result?.ok && isMounted.current) setState(result.data.state)
    },
    POLL_MS,
    (state === 'open' || state === 'taken') && !ending.busy,
  )

  /** Makes another code, or tries again to make this one. */
  function again() {
    // a request that failed is repeated as it was
    if (failure) return void request(handoverId)
    const id = newId()
    setHandoverId(id)
    setMade(undefined)
    void request(id)
  }

  return {
    offer: made?.offer,
    state: isOver ? ('expired' as const) : state,
    /** The time in ms for which the code works. */
    remaining,
    ...{ failure, again, ending },
  }
}

/** Ends a code and returns its state afterwards: it may have been taken, or ended by a request whose answer was lost. */
async function endOffer(handoverId: Id): Promise<Result<HandoverState>> {
  const params = { handoverId }
  const result = await call('DELETE /api/handovers/:handoverId', { params })
  if (!result.ok) return result
  if (result.data.ended) return { ok: true, data: 'expired' }
  const now = await call('GET /api/handovers/:handoverId', { params })
  return now.ok ? { ok: true, data: now.data.state } : now
}

/** Ends a code once, before its time; `onState` receives the state of one that was taken in the meantime. */
function useEnding(handoverId: Id, onState: (state: HandoverState) => void) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ handoverId: Id; failure: Failure }>()
  const running = useRef(false)
  const isMounted = useIsMounted()

  async function end(onEnded: () => void) {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailed(undefined)
    const result = await endOffer(handoverId)
    if (!isMounted.current) return
    if (result.ok && result.data === 'expired') return onEnded()
    running.current = false
    setBusy(false)
    if (result.ok) onState(result.data)
    else setFailed({ handoverId, failure: result.failure })
  }

  // the failure of an earlier code does not concern the next one
  const failure = failed?.handoverId === handoverId ? failed.failure : undefined
  return { end: (onEnded: () => void) => void end(onEnded), busy, failure }
}
