/**
 * Centers the element with this id, after it is rendered and focused. Taro's own function measures from the nearest
 * positioned ancestor, which is not always the page.
 */
export const scrollToElement = (id: string) =>
  void setTimeout(() => document.getElementById(id)?.scrollIntoView?.({ block: 'center' }))

/** Scrolls the element with this id into view, for example when large type has moved it under another one. */
export const scrollIntoNearest = (id: string): void =>
  document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' })

/** Runs `move`, which moves the element with this id, and scrolls so that it keeps its place on the screen. */
export function preserveScroll(id: string, move: () => void): void {
  const element = document.getElementById(id)
  const topOf = () => element?.getBoundingClientRect().top ?? 0
  const [before, { activeElement }] = [topOf(), document]
  move()
  requestAnimationFrame(() => {
    element?.closest('.taro_page')?.scrollBy(0, topOf() - before)
    // an element that is moved in the document loses the focus
    if (activeElement instanceof HTMLElement && document.activeElement !== activeElement)
      activeElement.focus({ preventScroll: true })
  })
}
