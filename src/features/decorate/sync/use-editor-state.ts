import { useEffect, useMemo, useState } from 'react'
import { useCall } from '@/api/use-call'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { upgradeLook } from '@/templates/upgrade'
import { type Decorated, forgetDecorated, keepDecorated, keptDecorated } from '../storage/cached-editor-state'
import { useGoods } from './use-goods'
import type { LookState } from './use-publish'

export interface DecoratedState {
  decorated?: Decorated
  /** Why nothing newer comes than what is shown, or nothing at all. */
  failure?: Failure
  retry(): void
  onState(state: LookState): void
}

const TRY_AGAIN = 10_000

/** Reads a shop, its goods and its look; where no answer comes, what this phone was told last stands in for them. */
export function useDecorated(shopId: Id): DecoratedState {
  const params = { shopId }
  const shop = useCall('GET /api/shops/:shopId', { params })
  const goods = useGoods(shopId)
  const look = useCall<'GET /api/shops/:shopId/look'>('GET /api/shops/:shopId/look', { params })
  useReturnToPage(() => void look.reload())

  const [ours, theirs, state] = [shop.data?.shop, goods.data, look.data]
  const told = useMemo(
    () => (ours && theirs && state ? { shop: ours, products: theirs, state } : undefined),
    [ours, theirs, state],
  )
  const failure = shop.failure ?? look.failure ?? goods.failure
  const lost = failure !== undefined && isTransient(failure.code)
  const [before] = useState(() => raised(keptDecorated(shopId)))

  useEffect(() => {
    if (told) keepDecorated(shopId, told)
  }, [shopId, told])
  const gone = failure?.code === 'not-found'
  useEffect(() => {
    if (gone) forgetDecorated(shopId)
  }, [shopId, gone])

  const retry = () => void Promise.all([shop.reload(), look.reload(), goods.reload()])
  useTryAgain(lost && !told, retry)
  const decorated = told ?? (lost ? before : undefined)
  return {
    ...(decorated ? { decorated } : {}),
    ...(failure && !told ? { failure } : {}),
    retry,
    onState: look.set,
  }
}

/** What an older program kept, in today's form of looks. */
function raised(kept: Decorated | null): Decorated | undefined {
  if (!kept) return undefined
  const { draft, published, history } = kept.state
  return {
    ...kept,
    state: {
      draft: upgradeLook(draft),
      published: upgradeLook(published),
      // an older program was told none, and returning to one needs the server anyway
      history: history.filter(({ outline }) => outline),
    },
  }
}

/** Asks again from time to time; reads do so by themselves once there is a network. */
function useTryAgain(lost: boolean, retry: () => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `retry` reads what it needs as it runs
  useEffect(() => {
    if (!lost) return
    const timer = setInterval(retry, TRY_AGAIN)
    return () => clearInterval(timer)
  }, [lost])
}
