import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { agreeToDocuments } from '@/api/consents'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { network } from '@/platform/network/network'
import { type JoinAttempt, type JoinBody, useJoinAttempts } from './join-attempts'

interface JoinKey {
  shopId: Id
  groupBuyId: Id
}

/**
 * Joins a group buy once. A request without an answer is persisted, and sent again with the same id when the page opens or the network
 * returns.
 */
export function useJoin({ shopId, groupBuyId }: JoinKey, onJoined: (order: Order) => void) {
  const attempt = useJoinAttempts((state) => state.attempts[groupBuyId])
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const busy = useRef(false)
  const isMounted = useIsMounted()
  const joined = useRef(onJoined)
  joined.current = onJoined

  const send = useCallback(
    async ({ orderId, body }: JoinAttempt) => {
      if (busy.current) return
      busy.current = true
      setSending(true)
      useJoinAttempts.getState().save(groupBuyId, { orderId, body })
      const params = { shopId, groupBuyId, orderId }
      const result = await call('PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId', {
        params,
        body,
      })
      busy.current = false
      const isAnswered = result.ok || !isTransient(result.failure.code)
      if (isAnswered) useJoinAttempts.getState().remove(groupBuyId, orderId)
      if (result.ok) void agreeToDocuments(['agreement', 'privacy'])
      if (!isMounted.current) return
      setSending(false)
      setFailure(result.ok ? undefined : result.failure)
      if (result.ok) joined.current(result.data)
    },
    [shopId, groupBuyId, isMounted],
  )

  useEffect(() => {
    const resend = () => {
      const waiting = useJoinAttempts.getState().attempts[groupBuyId]
      if (waiting) void send(waiting)
    }
    resend()
    return network.onChange((online) => online && resend())
  }, [groupBuyId, send])

  return {
    isSending,
    /** Why the last request was refused. */
    failure: attempt ? undefined : failure,
    /** The request that waits for the network. */
    waiting: isSending ? undefined : attempt,
    join: (body: JoinBody) => void send({ orderId: newId(), body }),
    retry: () => attempt && void send(attempt),
    /** Gives up a request that may have arrived: the entry then shows as the buyer's own. */
    withdraw: () => attempt && useJoinAttempts.getState().remove(groupBuyId, attempt.orderId),
  }
}

export type Join = ReturnType<typeof useJoin>
