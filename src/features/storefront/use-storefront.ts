import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { retryPolicies } from '@/api/retry'
import { type CallState, useCall } from '@/api/use-call'
import type { FailureCode } from '@/domain/failure'
import { usePageVisibility, usePullDown } from '@/platform/lifecycle/use-page-visibility'
import { useCachedStorefront } from './use-cached-storefront'

export type StorefrontReply = CallState<'GET /api/storefronts/:slug'>
export type Storefront = NonNullable<StorefrontReply['data']>

/** Why the shown storefront could not be refreshed, and when it was read (epoch ms), if known. */
export interface Staleness {
  code: FailureCode
  at?: number
}

export interface StorefrontState extends StorefrontReply {
  /** Set if `data` may be out of date. */
  stale?: Staleness
}

/** Reads a shop as buyers see it; again when its page returns to the front, and with backoff after a transient failure. */
export function useStorefront(slug: string | undefined): StorefrontState {
  const state = useCall(
    'GET /api/storefronts/:slug',
    slug === undefined ? null : { params: { slug } },
    'warm',
    { policy: retryPolicies.storefront, isActive: usePageVisibility() },
  )
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void state.reload()
    shownBefore.current = true
  })
  usePullDown(true, state.reload)
  return useCachedStorefront(slug, state)
}
