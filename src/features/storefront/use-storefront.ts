import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { retryPolicies } from '@/api/retry'
import { type CallState, useCall } from '@/api/use-call'
import { type FailureCode, isTransient } from '@/domain/failure'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { usePageVisibility, usePullDown } from '@/platform/lifecycle/use-page-visibility'
import {
  type CachedStorefront,
  cacheStorefront,
  dropCachedStorefront,
  getCachedStorefront,
} from './cached-storefronts'

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

/** Delay in ms before the cached shop is shown while a reply is pending. */
const SLOW_AFTER_MS = 4_000

/** The failure of each shop's last read, by slug; the next page of that shop starts with it. */
const lastFailures = new Map<string, FailureCode>()

/** True once a reply has been pending for `SLOW_AFTER_MS`. */
function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isPending) return
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isPending])
  return isPending && isSlow
}

/** Caches each reply; drops a shop that was not found. */
function useCacheUpdates(slug: string | undefined, { data, failure, loading }: StorefrontReply) {
  useEffect(() => {
    if (slug === undefined || loading) return
    if (failure) lastFailures.set(slug, failure.code)
    else lastFailures.delete(slug)
    if (failure?.code === 'not-found') dropCachedStorefront(slug)
    // deferred until the page has been rendered
    const timer = data && !failure ? setTimeout(() => cacheStorefront(slug, data, Date.now())) : undefined
    return () => clearTimeout(timer)
  }, [slug, data, failure, loading])
}

const dataOf = (cached: CachedStorefront | undefined) => (cached ? { data: cached.storefront } : {})

/**
 * A read of a shop that falls back to the cached shop on a transient failure or a slow reply; `stale` is set then. An app of one
 * shop starts with its embedded storefront.
 */
function useCachedStorefront(slug: string | undefined, state: StorefrontReply): StorefrontState {
  const { data, failure, loading } = state
  const isEmbedded = embeddedShop()?.slug === slug
  const isSlow = useIsSlow(
    loading && !failure && (!data || (isEmbedded && data === embeddedShop()?.storefront)),
  )
  useCacheUpdates(slug, state)
  if (slug === undefined) return state
  const code =
    failure?.code ?? (loading ? (lastFailures.get(slug) ?? (isSlow ? 'timeout' : undefined)) : undefined)
  if (isEmbedded && code === undefined && !data) return { ...state, ...dataOf(getCachedStorefront(slug)) }
  if (code === undefined || !isTransient(code)) return state
  const cached = getCachedStorefront(slug)
  if (cached) return { ...state, data: cached.storefront, stale: { code, at: cached.at } }
  return data ? { ...state, stale: { code } } : state
}
