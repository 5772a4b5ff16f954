/** Does what moves the part with this id over the page, and scrolls so that it stays under the finger that did it. */
export function stayPut(id: string, move: () => void): void {
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
