import { useEffect, useMemo, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { retryPolicies } from '@/api/retry'
import { useCall } from '@/api/use-call'
import { type ReadState, useRead } from '@/api/use-read'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { upgradeLook } from '@/templates/upgrade-look'
import {
  cacheEditorState,
  dropCachedEditorState,
  type EditorState,
  readCachedEditorState,
} from '../storage/cached-editor-state'

/** The page size of a read. */
const LIMIT = 100

async function readAllProducts(shopId: Id): Promise<Result<Product[]>> {
  const data: Product[] = []
  for (let next: string | undefined; ; ) {
    const result = await call(
      'GET /api/shops/:shopId/products',
      { params: { shopId }, query: { limit: LIMIT, ...(next === undefined ? {} : { cursor: next }) } },
      'signed-in',
    )
    if (!result.ok) return result
    data.push(...result.data.items)
    if (result.data.next === undefined) return { ok: true, data }
    next = result.data.next
  }
}

/** Reads all products of a shop: a section may show any of them, and the owner chooses among them. */
const useAllProducts = (shopId: Id): ReadState<Product[]> =>
  useRead(`goods of ${shopId}`, () => readAllProducts(shopId), { policy: retryPolicies.editor })

const RETRY = { policy: retryPolicies.editor }

/** Reads a shop, its products and its look; on a transient failure the state cached on this phone stands in. */
export function useEditorState(shopId: Id) {
  const params = { shopId }
  const shop = useCall('GET /api/shops/:shopId', { params }, undefined, RETRY)
  const goods = useAllProducts(shopId)
  const look = useCall('GET /api/shops/:shopId/look', { params }, undefined, RETRY)
  useReturnToPage(() => void look.reload())

  const [shopData, products, state] = [shop.data?.shop, goods.data, look.data]
  const fetched = useMemo(
    () => (shopData && products && state ? { shop: shopData, products, state } : undefined),
    [shopData, products, state],
  )
  const failure = shop.failure ?? look.failure ?? goods.failure
  const isTransientFailure = failure !== undefined && isTransient(failure.code)
  const [cached] = useState(() => migrateEditorState(readCachedEditorState(shopId)))

  useEffect(() => {
    if (fetched) cacheEditorState(shopId, fetched)
  }, [shopId, fetched])
  const isNotFound = failure?.code === 'not-found'
  useEffect(() => {
    if (isNotFound) dropCachedEditorState(shopId)
  }, [shopId, isNotFound])

  return {
    editorState: fetched ?? (isTransientFailure ? cached : undefined),
    /** Why the server's state could not be read. With `editorState` set, that comes from the cache. */
    failure: fetched ? undefined : failure,
    retry: () => void Promise.all([shop.reload(), look.reload(), goods.reload()]),
    onState: look.set,
  }
}

/** Upgrades a state cached by an older version to the current look format. */
function migrateEditorState(cached: EditorState | null): EditorState | undefined {
  if (!cached) return undefined
  const { draft, published, history } = cached.state
  return {
    ...cached,
    state: {
      draft: upgradeLook(draft),
      published: upgradeLook(published),
      // older versions cached entries without an outline; restoring one needs the server anyway
      history: history.filter(({ outline }) => outline),
    },
  }
}
