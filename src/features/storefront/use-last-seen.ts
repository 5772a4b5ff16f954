import { useEffect, useState } from 'react'
import { type FailureCode, isTransient } from '@/domain/failure'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { forgetStorefront, type KeptStorefront, keepStorefront, keptStorefront } from './kept-storefronts'
import type { StorefrontReply, StorefrontState } from './use-storefront'

/** Who waited as long as this for an answer is shown the shop as it was seen last meanwhile, in ms. */
const PATIENCE = 4_000

/** Shops whose newest read came to nothing, and why: the next page of one begins with that. */
const lost = new Map<string, FailureCode>()

/** Whether the reply has been on its way for long. */
function useSlow(waits: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!waits) return
    const timer = setTimeout(() => setSlow(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [waits])
  return waits && slow
}

/** Keeps what each reply tells of the shop; what is gone is kept no longer. */
function useKeeping(slug: string | undefined, { data, failure, loading }: StorefrontReply) {
  useEffect(() => {
    if (slug === undefined || loading) return
    if (failure) lost.set(slug, failure.code)
    else lost.delete(slug)
    if (failure?.code === 'not-found') forgetStorefront(slug)
    // after the page has shown it
    const timer = data && !failure ? setTimeout(() => keepStorefront(slug, data, Date.now())) : undefined
    return () => clearTimeout(timer)
  }, [slug, data, failure, loading])
}

const dataOf = (seen: KeptStorefront | undefined) => (seen ? { data: seen.storefront } : {})

/**
 * A read of a shop, with the shop as this phone saw it last where no newer one comes: without a network, from a server
 * that does not answer, or while the answer is very slow. `old` says so then.
 * An app of one shop begins with what it knows of it.
 */
export function useLastSeen(slug: string | undefined, state: StorefrontReply): StorefrontState {
  const { data, failure, loading } = state
  const own = embeddedShop()?.slug === slug
  const slow = useSlow(loading && !failure && (!data || (own && data === embeddedShop()?.storefront)))
  useKeeping(slug, state)
  if (slug === undefined) return state
  const code = failure?.code ?? (loading ? (lost.get(slug) ?? (slow ? 'timeout' : undefined)) : undefined)
  if (own && code === undefined && !data) return { ...state, ...dataOf(keptStorefront(slug)) }
  if (code === undefined || !isTransient(code)) return state
  const seen = keptStorefront(slug)
  if (seen) return { ...state, data: seen.storefront, old: { code, at: seen.at } }
  return data ? { ...state, old: { code } } : state
}
