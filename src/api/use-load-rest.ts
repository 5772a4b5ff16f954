import { useEffect } from 'react'
import type { PagesState } from './use-pages'

/** A list is completed up to this number of items. */
const MAX_LOADED = 500

/**
 * Loads the next pages of a list while `active`, until all of it can be selected or summed up; returns whether more of it is being loaded. A
 * page that failed is not repeated.
 */
export function useLoadRest<T>(pages: PagesState<T>, active: boolean): boolean {
  const { items, hasMore, loadingMore, moreFailure, more } = pages
  const count = items?.length ?? 0
  const isDue = active && hasMore && !loadingMore && !moreFailure && count < MAX_LOADED
  useEffect(() => {
    if (isDue) void more()
  }, [isDue, more])
  return isDue || (active && loadingMore)
}
