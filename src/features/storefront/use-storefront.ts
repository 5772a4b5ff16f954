import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { type CallState, useCall } from '@/api/use-call'
import { type FailureCode, isTransient } from '@/domain/failure'
import { useLastSeen } from './use-last-seen'
import { useTryAgain } from './use-try-again'

export type StorefrontReply = CallState<'GET /api/storefronts/:slug'>
export type Storefront = NonNullable<StorefrontReply['data']>

/** Why no newer shop comes than the one that is shown, and when that was so (epoch ms), where it is known. */
export interface Old {
  code: FailureCode
  at?: number
}

export interface StorefrontState extends StorefrontReply {
  /** What is shown was so once, and may not be any more. */
  old?: Old
}

/** A shop as buyers see it; read again when its page comes back to the front, and until an answer comes. */
export function useStorefront(slug: string | undefined): StorefrontState {
  const state = useCall(
    'GET /api/storefronts/:slug',
    slug === undefined ? null : { params: { slug } },
    'warm',
  )
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void state.reload()
    shownBefore.current = true
  })
  const { failure, reload } = state
  useTryAgain(failure && isTransient(failure.code) ? failure : undefined, reload)
  return useLastSeen(slug, state)
}
