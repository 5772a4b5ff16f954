import { useCallback, useRef, useState } from 'react'
import type { Page } from '@/contract/shapes'
import type { Failure } from '@/domain/failure'
import { mergeById, type ReadPage, readAtLeast } from './pages'
import { useRead } from './use-read'

export interface PagesState<T> {
  /** The items read so far, in the list's order. */
  items?: T[]
  failure?: Failure
  loading: boolean
  /** Reads again from the beginning, at least as many items as are shown. */
  reload(): Promise<void>
  hasMore: boolean
  loadingMore: boolean
  /** Why the next page could not be read. */
  moreFailure?: Failure
  more(): Promise<void>
  /** Replaces the items, for example with the reply of another call. */
  change(edit: (items: T[]) => T[]): void
}

/** Reads a list page by page; starts over when `key` changes. */
export function usePages<T extends { id: string }>(key: string, read: ReadPage<T>): PagesState<T> {
  const shown = useRef<Page<T>>()
  const [tail, setTail] = useState<{ key: string; loading: boolean; failure?: Failure }>({
    key,
    loading: false,
  })
  const state = useRead<Page<T>>(key, () => readAtLeast(read, shown.current?.items.length ?? 0))
  const { data, set } = state
  shown.current = data
  const latest = useRef(read)
  latest.current = read

  const more = useCallback(async () => {
    const cursor = shown.current?.next
    if (cursor === undefined) return
    setTail({ key, loading: true })
    const result = await latest.current(cursor)
    setTail(result.ok ? { key, loading: false } : { key, loading: false, failure: result.failure })
    const known = shown.current
    // if the list was reloaded meanwhile, this page no longer follows its end
    if (result.ok && known?.next === cursor)
      set({ ...result.data, items: mergeById(known.items, result.data.items) })
  }, [key, set])

  const change = useCallback(
    (edit: (items: T[]) => T[]) => {
      const known = shown.current
      if (known) set({ ...known, items: edit(known.items) })
    },
    [set],
  )

  const isCurrent = tail.key === key
  return {
    ...(data ? { items: data.items } : {}),
    ...(state.failure ? { failure: state.failure } : {}),
    loading: state.loading,
    reload: state.reload,
    hasMore: data?.next !== undefined,
    loadingMore: isCurrent && tail.loading,
    ...(isCurrent && tail.failure ? { moreFailure: tail.failure } : {}),
    more,
    change,
  }
}
