import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { CartLine } from '@/domain/cart'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
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
  /** An earlier request with this id had arrived; what was sent now, or is in the cart, differs from it. */
  | { phase: 'already'; orderId: Id }

export interface Submit {
  state: Submission
  /** Said once after a reload when the earlier request did not arrive. */
  notPlaced: boolean
  submit(body: OrderBody): void
  /** Sends the same order once more. */
  again(): void
  /** Back to the form; an order that is not placed keeps its id. */
  edit(): void
  /** On to the order that had arrived earlier. */
  look(): void
}

type Sent = Attempt & { body: OrderBody }

const attemptOf = (shopId: Id): Attempt | undefined => useAttempts.getState().attempts[shopId]
/** Whether nobody has heard yet that this order is placed. */
const isOpen = (shopId: Id, orderId: Id): boolean => attemptOf(shopId)?.orderId === orderId

interface SubmitListener {
  /** What was ordered leaves the cart; tells whether the cart was just that. */
  takeOut(ordered: readonly CartLine[]): boolean
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

  const here = useIsMounted()

  const open = useCallback(
    (orderId: Id) => {
      setState({ phase: 'placed' })
      // an answer that comes late must not lead away from where people have gone meanwhile
      if (here.current) latest.current.onPlaced(orderId)
    },
    [here],
  )

  /** The order is there: it leaves the cart once, whichever page or tab hears of it first. */
  const settle = useCallback(
    (orderId: Id, ordered: readonly CartLine[]): boolean => {
      if (!isOpen(shopId, orderId)) return false
      useAttempts.getState().drop(shopId)
      return latest.current.takeOut(ordered)
    },
    [shopId],
  )

  const send = useCallback(
    async ({ orderId, body }: Sent, again = false) => {
      if (busy.current) return
      busy.current = true
      setNotPlaced(false)
      setState({ phase: 'sending' })
      useAttempts.getState().keep(shopId, { orderId, body })
      const result = await call('PUT /api/shops/:shopId/orders/:orderId', {
        params: { shopId, orderId },
        body,
      })
      const differs = !result.ok && result.failure.code === 'idempotency-conflict'
      const earlier = differs ? await findOrder(shopId, orderId) : undefined
      busy.current = false
      if (result.ok) {
        const all = settle(orderId, body.lines)
        return all || !again ? open(orderId) : setState({ phase: 'already', orderId })
      }
      if (earlier && (earlier.ok || !isTransient(earlier.failure.code))) {
        settle(orderId, earlier.ok ? earlier.data.lines : body.lines)
        return setState({ phase: 'already', orderId })
      }
      const next = afterFailure(shopId, { orderId, body }, earlier?.failure ?? result.failure)
      setState(next)
      if (next.phase === 'refused') latest.current.onRefused()
    },
    [shopId, settle, open],
  )

  const check = useCallback(async () => {
    const attempt = attemptOf(shopId)
    if (!attempt?.body) return
    const { orderId } = attempt
    const result = await findOrder(shopId, orderId)
    if (result.ok && settle(orderId, result.data.lines)) return open(orderId)
    // the answer to the order itself may have come meanwhile, to the page that had sent it
    if (result.ok || !isOpen(shopId, orderId)) return setState({ phase: 'already', orderId })
    if (result.failure.code !== 'not-found') return setState({ phase: 'unknown', failure: result.failure })
    useAttempts.getState().keep(shopId, { orderId })
    setNotPlaced(true)
    setState({ phase: 'editing' })
  }, [shopId, settle, open])

  useEffect(() => void check(), [check])

  return {
    state,
    notPlaced,
    submit: (body) => void send({ orderId: attemptOf(shopId)?.orderId ?? newId(), body }),
    again: () => {
      const attempt = attemptOf(shopId)
      if (attempt?.body) void send({ orderId: attempt.orderId, body: attempt.body }, true)
      // another page or tab has had its answer
      else setState({ phase: 'editing' })
    },
    edit: () => setState({ phase: 'editing' }),
    look: () => state.phase === 'already' && open(state.orderId),
  }
}

async function findOrder(shopId: Id, orderId: Id): Promise<Result<Order>> {
  const result = await call('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  return result.ok ? { ok: true, data: result.data.order } : result
}

/** What a refusal leads to. The id is kept wherever an earlier request with it may still be on its way. */
function afterFailure(shopId: Id, attempt: Sent, failure: Failure): Submission {
  const { orderId, body } = attempt
  if (isTransient(failure.code)) return { phase: 'unknown', failure }
  if (failure.code === 'not-found') useAttempts.getState().drop(shopId)
  else useAttempts.getState().keep(shopId, { orderId })
  return { phase: 'refused', failure, body }
}
