import type { Page } from '@/contract/shapes'
import type { Result } from './result'

export type ReadPage<T> = (cursor?: string) => Promise<Result<Page<T>>>

/** Reads pages from `cursor`, or from the beginning, until there are at least `count` items or no more pages. */
export const readAtLeast = <T>(read: ReadPage<T>, count: number, cursor?: string): Promise<Result<Page<T>>> =>
  read(cursor).then((first) => {
    if (!first.ok) return first
    const { items, next } = first.data
    if (next === undefined || items.length >= count) return first
    return readAtLeast(read, count - items.length, next).then((rest) =>
      rest.ok ? { ok: true, data: { ...rest.data, items: [...items, ...rest.data.items] } } : rest,
    )
  })

/** Appends the fresh items whose ids are not yet known. */
export const mergeById = <T extends { id: string }>(known: T[], fresh: T[]): T[] => {
  const ids = new Set(known.map((item) => item.id))
  return [...known, ...fresh.filter((item) => !ids.has(item.id))]
}
