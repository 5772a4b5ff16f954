import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import type { Id } from '@/domain/id'
import { type Design, designOf, isSameDesign } from '../model/design'
import type { LookState } from './use-publish'

/** A design whose publish request got no reply. */
export interface UnconfirmedPublish {
  design: Design
}

/**
 * Polls the server until it answers whether an unconfirmed design has been published, then calls `onKnown`. It also asks as
 * soon as the network is back.
 */
export function usePublishConfirmation(
  shopId: Id,
  unconfirmed: UnconfirmedPublish | undefined,
  onKnown: (state: LookState, published: boolean) => void,
): void {
  const latestOnKnown = useRef(onKnown)
  latestOnKnown.current = onKnown
  useEffect(() => {
    if (!unconfirmed) return
    let isDone = false
    const ask = async () => {
      // a request that is lost on its way does not delay the next one
      retry.schedule()
      const reply = await call('GET /api/shops/:shopId/look', { params: { shopId } })
      if (isDone || !reply.ok) return
      finish()
      latestOnKnown.current(reply.data, isSameDesign(designOf(reply.data.published), unconfirmed.design))
    }
    const retry = createRetry(ask, retryPolicies.publishConfirmation)
    const finish = () => {
      isDone = true
      retry.cancel()
    }
    void ask()
    return finish
  }, [shopId, unconfirmed])
}
