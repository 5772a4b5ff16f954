import { useEffect, useMemo, useState } from 'react'
import { retryPolicies } from '@/api/retry'
import { useCall } from '@/api/use-call'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { upgradeLook } from '@/templates/upgrade-look'
import {
  cacheEditorState,
  dropCachedEditorState,
  type EditorState,
  readCachedEditorState,
} from '../storage/cached-editor-state'
import { useAllProducts } from './use-all-products'
import type { LookState } from './use-publish'

export interface EditorStateRead {
  editorState?: EditorState
  /** Why the server's state could not be read. With `editorState` set, that comes from the cache. */
  failure?: Failure
  retry(): void
  onState(state: LookState): void
}

const RETRY = { policy: retryPolicies.editor }

/** Reads a shop, its products and its look; on a transient failure the state cached on this phone stands in. */
export function useEditorState(shopId: Id): EditorStateRead {
  const params = { shopId }
  const shop = useCall('GET /api/shops/:shopId', { params }, undefined, RETRY)
  const goods = useAllProducts(shopId)
  const look = useCall<'GET /api/shops/:shopId/look'>(
    'GET /api/shops/:shopId/look',
    { params },
    undefined,
    RETRY,
  )
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

  const retry = () => void Promise.all([shop.reload(), look.reload(), goods.reload()])
  const editorState = fetched ?? (isTransientFailure ? cached : undefined)
  return {
    ...(editorState ? { editorState } : {}),
    ...(failure && !fetched ? { failure } : {}),
    retry,
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
