import { useEffect, useMemo, useRef, useState } from 'react'
import { createPoll } from '@/api/create-poll'
import type { Result } from '@/api/result'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { HandoverState } from '@/domain/handover'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { type Deadline, useRemaining } from '@/platform/lifecycle/use-remaining'

export type Offer = RouteReply<'PUT /api/shops/:shopId/handovers/:handoverId'>

/** Makes the code of a hand-over; it may be repeated with the same id. */
export type MakeOffer = (handoverId: Id) => Promise<Result<Offer>>

const POLL_MS = 2000

interface OfferState {
  offer?: Offer
  failure?: Failure
  state: HandoverState | 'making'
  /** The time in ms for which the code works. */
  remaining?: number
  /** Makes another code, or tries again to make this one. */
  again(): void
}

/** Makes a code when the page opens, and follows what becomes of it. */
export function useOffer(make: MakeOffer): OfferState {
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
  usePolling(
    async () => {
      const result = await poll()
      if (result?.ok && isMounted.current) setState(result.data.state)
    },
    POLL_MS,
    state === 'open' || state === 'taken',
  )

  function again() {
    // a request that failed is repeated as it was
    if (failure) return void request(handoverId)
    const id = newId()
    setHandoverId(id)
    setMade(undefined)
    void request(id)
  }

  return {
    state: isOver ? 'expired' : state,
    again,
    ...(made ? { offer: made.offer } : {}),
    ...(failure ? { failure } : {}),
    ...(remaining === undefined ? {} : { remaining }),
  }
}
