import { useEffect } from 'react'
import type { PagesState } from '@/api/use-pages'

/** A list is completed up to this number of items. */
const MAX_LOADED = 500

/** Loads the next pages of a list while `active`, so that all of it can be selected. A page that failed is not repeated. */
export function useLoadRest<T>(pages: PagesState<T>, active: boolean): void {
  const { items, hasMore, loadingMore, moreFailure, more } = pages
  const count = items?.length ?? 0
  const isDue = active && hasMore && !loadingMore && !moreFailure && count < MAX_LOADED
  useEffect(() => {
    if (isDue) void more()
  }, [isDue, more])
}
