import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import { newId } from '@/platform/new-id'
import { type Attempt, type OrderBody, useAttempts } from './attempt-store'

export type Submission =
  | { phase: 'editing' }
  /** Asking whether an order that was sent before a reload has arrived. */
  | { phase: 'checking' }
  | { phase: 'sending' }
  | { phase: 'placed' }
  /** No answer, or none that says whether the order is placed. */
  | { phase: 'unknown'; failure: Failure }
  | { phase: 'refused'; failure: Failure; body: OrderBody }
  /** An earlier request with this id had arrived; what was sent now differs from it. */
  | { phase: 'already'; orderId: Id }

export interface Submit {
  state: Submission
  /** Said once after a reload when the earlier request did not arrive. */
  notPlaced: boolean
  submit(body: OrderBody): void
  /** Sends the same order once more. */
  again(): void
  /** Back to the form; the order keeps its id. */
  edit(): void
  /** On to the order that had arrived earlier. */
  look(): void
}

const attemptOf = (shopId: Id): Attempt | undefined => useAttempts.getState().attempts[shopId]

interface SubmitListener {
  onPlaced(orderId: Id): void
  /** The server said no for a reason: what is known of the shop is out of date. */
  onRefused(): void
}

/** Places a shop's order exactly once. */
export function useSubmit(shopId: Id, listener: SubmitListener): Submit {
  const [state, setState] = useState<Submission>(() =>
    attemptOf(shopId)?.body ? { phase: 'checking' } : { phase: 'editing' },
  )
  const [notPlaced, setNotPlaced] = useState(false)
  const busy = useRef(false)
  const latest = useRef(listener)
  latest.current = listener

  const done = useCallback(
    (orderId: Id) => {
      useAttempts.getState().drop(shopId)
      setState({ phase: 'placed' })
      latest.current.onPlaced(orderId)
    },
    [shopId],
  )

  const send = useCallback(
    async ({ orderId, body }: Attempt & { body: OrderBody }) => {
      if (busy.current) return
      busy.current = true
      setNotPlaced(false)
      setState({ phase: 'sending' })
      useAttempts.getState().keep(shopId, { orderId, body })
      const result = await call('PUT /api/shops/:shopId/orders/:orderId', {
        params: { shopId, orderId },
        body,
      })
      busy.current = false
      if (result.ok) return done(orderId)
      const next = afterFailure(shopId, { orderId, body }, result.failure)
      setState(next)
      if (next.phase === 'refused') latest.current.onRefused()
    },
    [shopId, done],
  )

  const check = useCallback(async () => {
    const attempt = attemptOf(shopId)
    if (!attempt?.body) return
    const result = await findOrder(shopId, attempt.orderId)
    if (result.ok) return done(attempt.orderId)
    if (result.failure.code !== 'not-found') return setState({ phase: 'unknown', failure: result.failure })
    useAttempts.getState().keep(shopId, { orderId: attempt.orderId })
    setNotPlaced(true)
    setState({ phase: 'editing' })
  }, [shopId, done])

  useEffect(() => void check(), [check])

  return {
    state,
    notPlaced,
    submit: (body) => void send({ orderId: attemptOf(shopId)?.orderId ?? newId(), body }),
    again: () => {
      const attempt = attemptOf(shopId)
      if (attempt?.body) void send({ orderId: attempt.orderId, body: attempt.body })
    },
    edit: () => setState({ phase: 'editing' }),
    look: () => state.phase === 'already' && done(state.orderId),
  }
}

async function findOrder(shopId: Id, orderId: Id): Promise<Result<Order>> {
  const result = await call('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  return result.ok ? { ok: true, data: result.data.order } : result
}

/** What a refusal leads to. The id is kept wherever an earlier request with it may still be on its way. */
function afterFailure(shopId: Id, attempt: Attempt & { body: OrderBody }, failure: Failure): Submission {
  const { orderId, body } = attempt
  if (isTransient(failure.code)) return { phase: 'unknown', failure }
  if (failure.code === 'different') return { phase: 'already', orderId }
  if (failure.code === 'not-found') useAttempts.getState().drop(shopId)
  else useAttempts.getState().keep(shopId, { orderId })
  return { phase: 'refused', failure, body }
}
