import { storage } from './storage'

interface LruOptions {
  /** The key of the list of stored ids, latest first. */
  listKey: string
  /** An entry's key is this and its id. */
  entryPrefix: string
  maxEntries: number
}

export interface LruStorage<Value> {
  get(id: string): Value | null
  /** Stores a value as the latest one. The oldest entries are removed while there are too many or storage is full. */
  set(id: string, value: Value): void
  remove(id: string): void
}

/** Creates a persistent store of the entries that were written last. Never throws, like `storage`. */
export function createLruStorage<Value>({ listKey, entryPrefix, maxEntries }: LruOptions): LruStorage<Value> {
  const keyOf = (id: string) => `${entryPrefix}${id}`
  const otherIds = (id: string) => (storage.get<string[]>(listKey) ?? []).filter((other) => other !== id)
  return {
    get: (id) => storage.get<Value>(keyOf(id)),
    set(id, value) {
      const ids = [id, ...otherIds(id)]
      while (ids.length > maxEntries || !storage.set(keyOf(id), value)) {
        const oldest = ids.pop()
        if (oldest !== undefined) storage.remove(keyOf(oldest))
        if (ids.length === 0) break
      }
      storage.set(listKey, ids)
    },
    remove(id) {
      storage.remove(keyOf(id))
      storage.set(listKey, otherIds(id))
    },
  }
}
