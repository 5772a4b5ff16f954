/** Returns the caches of other builds, in order of creation. */
export const formerCaches = (caches: CacheStorage, prefix: string, current: string): Promise<string[]> =>
  caches.keys().then((names) => names.filter((name) => name.startsWith(prefix) && name !== current))

/** Keeps the previous build's cache for pages that are still open and deletes all older ones. */
export async function deleteOlderCaches(
  caches: CacheStorage,
  prefix: string,
  current: string,
): Promise<void> {
  const former = await formerCaches(caches, prefix, current)
  await Promise.all(former.slice(0, -1).map((name) => caches.delete(name)))
}
