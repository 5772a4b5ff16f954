import type { Result } from './result'

export interface Page<T> {
  items: T[]
  /** Where the next page begins; absent at the end. */
  next?: string
}

export type ReadPage<T> = (cursor?: string) => Promise<Result<Page<T>>>

/** Reads on from `cursor`, or from the beginning, until there are `count` items or no more. */
export const readAtLeast = <T>(read: ReadPage<T>, count: number, cursor?: string): Promise<Result<Page<T>>> =>
  read(cursor).then((first) => {
    if (!first.ok) return first
    const { items, next } = first.data
    if (next === undefined || items.length >= count) return first
    return readAtLeast(read, count - items.length, next).then((rest) =>
      rest.ok ? { ok: true, data: { ...rest.data, items: [...items, ...rest.data.items] } } : rest,
    )
  })

/** What is known, and of what is fresh the items that are not. */
export const joined = <T extends { id: string }>(known: T[], fresh: T[]): T[] => {
  const ids = new Set(known.map((item) => item.id))
  return [...known, ...fresh.filter((item) => !ids.has(item.id))]
}
