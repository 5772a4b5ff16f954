import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { type CallState, useCall } from '@/api/use-call'

export type StorefrontState = CallState<'GET /api/storefronts/:slug'>
export type Storefront = NonNullable<StorefrontState['data']>

/** A shop as buyers see it; read again when its page comes back to the front. */
export function useStorefront(slug: string | undefined): StorefrontState {
  const state = useCall('GET /api/storefronts/:slug', slug === undefined ? null : { params: { slug } }, true)
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void state.reload()
    shownBefore.current = true
  })
  return state
}
