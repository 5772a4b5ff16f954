/** What there is to tell of a page that was asked for: its scripts take their time, or do not come. */
export type PageLoadStatus = 'slow' | 'missed'

const listeners = new Set<(news: PageLoadStatus) => void>()

export function onPageLoadStatus(listener: (news: PageLoadStatus) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function reportPageLoad(news: PageLoadStatus) {
  for (const tell of listeners) tell(news)
}
