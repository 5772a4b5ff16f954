import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { agreeToDocuments } from '@/api/consents'
import type { Result } from '@/api/result'
import { isTransient } from '@/domain/failure'
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

interface JoinListener {
  /** `isEarlier`: an earlier request placed the entry, which differs from the last one. */
  onJoined(order: Order, isEarlier: boolean): void
  /** The server refused the entry, which means that the loaded group buy is out of date. */
  onRefused(): void
  /** It is unknown whether the entry was placed; the request waits for the network. */
  onUnanswered(): void
}

type SentAttempt = JoinAttempt & { body: JoinBody }

const attemptOf = (groupBuyId: Id): JoinAttempt | undefined => useJoinAttempts.getState().attempts[groupBuyId]

/** Sends a request to join; when an earlier one with its id was different, returns what that one placed. */
async function requestEntry({ shopId, groupBuyId }: JoinKey, { orderId, body }: SentAttempt) {
  const params = { shopId, groupBuyId, orderId }
  const result: Result<Order> = await call('PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId', {
    params,
    body,
  })
  if (result.ok || result.failure.code !== 'idempotency-conflict') return { result, isEarlier: false }
  const found = await call('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  return { result: found.ok ? { ok: true as const, data: found.data.order } : found, isEarlier: true }
}

/**
 * Joins a group buy once. A request without an answer is persisted, and sent again with the same id when the page opens or the network
 * returns.
 */
export function useJoin({ shopId, groupBuyId }: JoinKey, listener: JoinListener) {
  const attempt = useJoinAttempts((state) => state.attempts[groupBuyId])
  const [isSending, setSending] = useState(false)
  const busy = useRef(false)
  const isMounted = useIsMounted()
  const latest = useRef(listener)
  latest.current = listener

  const send = useCallback(
    async (sent: SentAttempt, isAgain = false): Promise<void> => {
      if (busy.current) return
      busy.current = true
      setSending(true)
      const { save, remove } = useJoinAttempts.getState()
      save(groupBuyId, sent)
      const { result, isEarlier } = await requestEntry({ shopId, groupBuyId }, sent)
      busy.current = false
      const isUnanswered = !result.ok && isTransient(result.failure.code)
      const isLeft = result.ok && result.data.state === 'cancelled'
      if (result.ok) remove(groupBuyId, sent.orderId)
      // an id that is not found belongs to another account
      else if (!isUnanswered)
        save(groupBuyId, {
          orderId: result.failure.code === 'not-found' ? newId() : sent.orderId,
          failure: result.failure,
        })
      if (result.ok) void agreeToDocuments(['agreement', 'privacy'])
      // the entry of the earlier request was left meanwhile
      if (isLeft && !isAgain) return send({ orderId: newId(), body: sent.body })
      if (!isMounted.current) return
      setSending(false)
      if (isUnanswered) latest.current.onUnanswered()
      else if (result.ok && !isLeft) latest.current.onJoined(result.data, isEarlier)
      else latest.current.onRefused()
    },
    [shopId, groupBuyId, isMounted],
  )

  const resend = useCallback(() => {
    const { orderId, body } = attemptOf(groupBuyId) ?? {}
    if (orderId && body) void send({ orderId, body }, true)
  }, [groupBuyId, send])

  useEffect(() => {
    resend()
    return network.onChange((online) => online && resend())
  }, [resend])

  const keepId = () => attempt && useJoinAttempts.getState().save(groupBuyId, { orderId: attempt.orderId })
  return {
    isSending,
    /** Why the last request was refused. */
    failure: attempt?.failure,
    /** True while a request waits for the network. */
    isWaiting: !isSending && attempt?.body !== undefined,
    join: (body: JoinBody) => void send({ orderId: attemptOf(groupBuyId)?.orderId ?? newId(), body }),
    retry: resend,
    /** Gives up a request that may have arrived: the entry then shows as the buyer's own. */
    withdraw: keepId,
    dismissFailure: keepId,
  }
}

export type Join = ReturnType<typeof useJoin>
