import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { agreeToDocuments } from '@/api/consents'
import type { Result } from '@/api/result'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import type { CartLine } from '@/domain/product/cart'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { type OrderAttempt, type OrderBody, useOrderAttempts } from './order-attempt-store'

export type SubmissionState =
  | { phase: 'editing' }
  /** Checking whether an order sent before a reload was placed. */
  | { phase: 'checking' }
  | { phase: 'sending' }
  | { phase: 'placed' }
  /** It is unknown whether the order was placed: no reply, or a transient failure. */
  | { phase: 'unknown'; failure: Failure }
  | { phase: 'rejected'; failure: Failure; body: OrderBody }
  /** An earlier request with this id placed an order that differs from the current one or from the cart. */
  | { phase: 'already-placed'; orderId: Id }

export type Submit = ReturnType<typeof useSubmitOrder>

type SentAttempt = OrderAttempt & { body: OrderBody }

const attemptOf = (shopId: Id): OrderAttempt | undefined => useOrderAttempts.getState().attempts[shopId]
/** True while no page or tab has confirmed this order. */
const isUnconfirmed = (shopId: Id, orderId: Id): boolean => attemptOf(shopId)?.orderId === orderId

interface SubmitListener {
  /** Removes the ordered lines from the cart; returns whether the cart held exactly these. */
  removeOrdered(ordered: readonly CartLine[]): boolean
  /** `waitsForPayment`: the till is to be opened. */
  onPlaced(orderId: Id, waitsForPayment: boolean): void
  /** Called when the server rejected the order, which means that the loaded shop is out of date. */
  onRejected(failure: Failure): void
}

/** Places a shop's order exactly once. */
export function useSubmitOrder(shopId: Id, listener: SubmitListener) {
  const [state, setState] = useState<SubmissionState>(() =>
    attemptOf(shopId)?.body ? { phase: 'checking' } : { phase: 'editing' },
  )
  const [notPlaced, setNotPlaced] = useState(false)
  const busy = useRef(false)
  const latest = useRef(listener)
  latest.current = listener

  const isMounted = useIsMounted()

  const open = useCallback(
    (orderId: Id, order?: Order) => {
      setState({ phase: 'placed' })
      // a late reply must not navigate away from another page
      if (isMounted.current) latest.current.onPlaced(orderId, order?.payment.state === 'pending')
    },
    [isMounted],
  )

  /** Removes a confirmed order from the cart, once across pages and tabs; returns whether it was the whole cart. */
  const settle = useCallback(
    (orderId: Id, ordered: readonly CartLine[]): boolean => {
      if (!isUnconfirmed(shopId, orderId)) return false
      useOrderAttempts.getState().remove(shopId)
      return latest.current.removeOrdered(ordered)
    },
    [shopId],
  )

  const send = useCallback(
    async ({ orderId, body }: SentAttempt, isRetry = false) => {
      if (busy.current) return
      busy.current = true
      setNotPlaced(false)
      setState({ phase: 'sending' })
      useOrderAttempts.getState().save(shopId, { orderId, body })
      const result = await call('PUT /api/shops/:shopId/orders/:orderId', {
        params: { shopId, orderId },
        body,
      })
      const differs = !result.ok && result.failure.code === 'idempotency-conflict'
      const earlier = differs ? await findOrder(shopId, orderId) : undefined
      busy.current = false
      if (result.ok) {
        void agreeToDocuments(['agreement', 'privacy'])
        const wasWholeCart = settle(orderId, body.lines)
        return wasWholeCart || !isRetry
          ? open(orderId, result.data)
          : setState({ phase: 'already-placed', orderId })
      }
      if (earlier && (earlier.ok || !isTransient(earlier.failure.code))) {
        settle(orderId, earlier.ok ? earlier.data.lines : body.lines)
        return setState({ phase: 'already-placed', orderId })
      }
      const next = afterFailure(shopId, { orderId, body }, earlier?.failure ?? result.failure)
      setState(next)
      if (next.phase === 'rejected') latest.current.onRejected(next.failure)
    },
    [shopId, settle, open],
  )

  const check = useCallback(async () => {
    const attempt = attemptOf(shopId)
    if (!attempt?.body) return
    const { orderId } = attempt
    const result = await findOrder(shopId, orderId)
    if (result.ok && settle(orderId, result.data.lines)) return open(orderId, result.data)
    // the page that sent the order may have received its reply meanwhile
    if (result.ok || !isUnconfirmed(shopId, orderId)) return setState({ phase: 'already-placed', orderId })
    if (result.failure.code !== 'not-found') return setState({ phase: 'unknown', failure: result.failure })
    useOrderAttempts.getState().save(shopId, { orderId })
    setNotPlaced(true)
    setState({ phase: 'editing' })
  }, [shopId, settle, open])

  useEffect(() => void check(), [check])

  return {
    state,
    /** True if a check after a reload found that the earlier request placed no order. */
    notPlaced,
    submit: (body: OrderBody) => void send({ orderId: attemptOf(shopId)?.orderId ?? newId(), body }),
    /** Sends the same order again. */
    retry: () => {
      const attempt = attemptOf(shopId)
      if (attempt?.body) void send({ orderId: attempt.orderId, body: attempt.body }, true)
      // another page or tab has received the reply
      else setState({ phase: 'editing' })
    },
    /** Returns to the form; an order that is not placed keeps its id. */
    edit: () => setState({ phase: 'editing' }),
    /** Opens the order that was placed earlier. */
    openEarlierOrder: () => state.phase === 'already-placed' && open(state.orderId),
  }
}

async function findOrder(shopId: Id, orderId: Id): Promise<Result<Order>> {
  const result = await call('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  return result.ok ? { ok: true, data: result.data.order } : result
}

/** Returns the state after a failure. The order id is kept while an earlier request may still arrive. */
function afterFailure(shopId: Id, attempt: SentAttempt, failure: Failure): SubmissionState {
  const { orderId, body } = attempt
  if (isTransient(failure.code)) return { phase: 'unknown', failure }
  if (failure.code === 'not-found') useOrderAttempts.getState().remove(shopId)
  else useOrderAttempts.getState().save(shopId, { orderId })
  return { phase: 'rejected', failure, body }
}
