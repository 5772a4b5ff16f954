/**
 * Scrolls until the part with this id stands in the middle, once it is drawn and has the focus. Taro's own measures from the
 * nearest positioned element, which is not the page where a part lies in a column.
 */
export const scrollToElement = (id: string) =>
  void setTimeout(() => document.getElementById(id)?.scrollIntoView?.({ block: 'center' }))

/** Brings the part with this id before people's eyes where letters are so large that it lies under something else. */
export const scrollIntoNearest = (id: string): void =>
  document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' })

/** Does what moves the part with this id over the page, and scrolls so that it stays under the finger that did it. */
export function preserveScroll(id: string, move: () => void): void {
  const part = document.getElementById(id)
  const topOf = () => part?.getBoundingClientRect().top ?? 0
  const [before, { activeElement }] = [topOf(), document]
  move()
  requestAnimationFrame(() => {
    part?.closest('.taro_page')?.scrollBy(0, topOf() - before)
    // what is put elsewhere in the page loses the focus on the way
    if (activeElement instanceof HTMLElement && document.activeElement !== activeElement)
      activeElement.focus({ preventScroll: true })
  })
}
