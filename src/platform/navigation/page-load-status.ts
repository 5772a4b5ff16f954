/** The status of a requested page whose code loads slowly or could not be loaded (`missed`). */
export type PageLoadStatus = 'slow' | 'missed'

const listeners = new Set<(status: PageLoadStatus) => void>()

export function onPageLoadStatus(listener: (status: PageLoadStatus) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function reportPageLoad(status: PageLoadStatus) {
  for (const listener of listeners) listener(status)
}
