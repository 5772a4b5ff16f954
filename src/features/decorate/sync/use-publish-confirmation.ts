import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { network } from '@/platform/network/network'
import { type Design, designOf, isSameDesign } from '../model/design'
import type { LookState } from './use-publish'

/** A design whose publish request got no reply. */
export interface UnconfirmedPublish {
  design: Design
}

const RETRY_MS = 3000

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
      const reply = await call('GET /api/shops/:shopId/look', { params: { shopId } })
      if (isDone || !reply.ok) return
      isDone = true
      latestOnKnown.current(reply.data, isSameDesign(designOf(reply.data.published), unconfirmed.design))
    }
    void ask()
    const timer = setInterval(() => void ask(), RETRY_MS)
    const stop = network.onChange((online) => void (online && ask()))
    return () => {
      isDone = true
      clearInterval(timer)
      stop()
    }
  }, [shopId, unconfirmed])
}
