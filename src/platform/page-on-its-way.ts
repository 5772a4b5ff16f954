/** What there is to tell of a page that was asked for: its scripts take their time, or do not come. */
export type OnItsWay = 'slow' | 'missed'

const listeners = new Set<(news: OnItsWay) => void>()

export function onPageOnItsWay(listener: (news: OnItsWay) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellOnItsWay(news: OnItsWay) {
  for (const tell of listeners) tell(news)
}
