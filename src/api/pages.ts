import type { Result } from './result'

export interface Page<T> {
  items: T[]
  /** Where the next page begins; absent at the end. */
  next?: string
}

export type ReadPage<T> = (cursor?: string) => Promise<Result<Page<T>>>

/** Reads on from `cursor`, or from the beginning, until there are `count` items or no more. */
export async function readAtLeast<T>(
  read: ReadPage<T>,
  count: number,
  cursor?: string,
): Promise<Result<Page<T>>> {
  const items: T[] = []
  let next = cursor
  do {
    const result = await read(next)
    if (!result.ok) return result
    items.push(...result.data.items)
    next = result.data.next
  } while (next !== undefined && items.length < count)
  return { ok: true, data: { items, ...(next === undefined ? {} : { next }) } }
}

/** What is known, and of what is fresh the items that are not. */
export const joined = <T extends { id: string }>(known: T[], fresh: T[]): T[] => {
  const ids = new Set(known.map((item) => item.id))
  return [...known, ...fresh.filter((item) => !ids.has(item.id))]
}
