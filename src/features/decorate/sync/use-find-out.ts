import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { network } from '@/platform/network/network'
import { type Design, designOf, sameDesign } from '../model/design'
import type { LookState } from './use-publish'

/** A design that was to be published, and of which no answer came. */
export interface Unanswered {
  design: Design
}

const ASK_AGAIN = 3000

/** Asks, until somebody answers, whether what was sent without an answer is before buyers. */
export function useFindOut(
  shopId: Id,
  unanswered: Unanswered | undefined,
  onKnown: (state: LookState, published: boolean) => void,
): void {
  const tell = useRef(onKnown)
  tell.current = onKnown
  useEffect(() => {
    if (!unanswered) return
    let over = false
    const ask = async () => {
      const reply = await call('GET /api/shops/:shopId/look', { params: { shopId } })
      if (over || !reply.ok) return
      over = true
      tell.current(reply.data, sameDesign(designOf(reply.data.published), unanswered.design))
    }
    void ask()
    const timer = setInterval(() => void ask(), ASK_AGAIN)
    const stop = network.onChange((online) => void (online && ask()))
    return () => {
      over = true
      clearInterval(timer)
      stop()
    }
  }, [shopId, unanswered])
}
