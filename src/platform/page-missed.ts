/** Told when a page that was asked for cannot be opened, as its scripts did not come. */
const listeners = new Set<() => void>()

export function onPageMissed(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellPageMissed() {
  for (const tell of listeners) tell()
}
