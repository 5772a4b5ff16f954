/**
 * Replaces the server's screen (`#first-paint`) by Taro's page, keeps scroll offset and focus and replays taps in order. Runs in
 * the page as text: it must not use outside names, nor features newer than browsers of 2017.
 */
export function replaceFirstPaint(): void {
  const first = document.getElementById('first-paint')
  if (!first) return
  // the element follows this script in the page
  const appOf = () => document.getElementById('app') as HTMLElement
  const taps: number[][] = []
  let isPointerDown = false
  let isSwapPending = false

  /** Returns an element's path as child indices below the page; it is the same in both pages. */
  const pathOf = (element: Element) => {
    const path: number[] = []
    for (let at: Element | null = element; at && at !== first; at = at.parentElement)
      path.unshift(Array.prototype.indexOf.call((at.parentElement as Element).children, at))
    return path
  }
  const elementAt = (page: Element, path: number[]) => {
    let at: Element | undefined = page
    for (const index of path) at = at ? at.children[index] : undefined
    return at as HTMLElement | undefined
  }
  const recordTap = (element: Element) => {
    taps.push(pathOf(element))
    const target = element.closest('[tabindex]') as HTMLElement | null
    if (target) target.style.opacity = '.5'
  }
  const swap = () => {
    const page = document.querySelector('.taro_page_stationed')
    if (!page) return void requestAnimationFrame(swap)
    isSwapPending = isPointerDown
    if (isPointerDown) return
    const active = document.activeElement
    const focused = active && active !== first && first.contains(active) ? pathOf(active) : null
    appOf().removeAttribute('style')
    page.scrollTop = first.scrollTop
    first.remove()
    const refocused = focused && elementAt(page, focused)
    if (refocused) refocused.focus({ preventScroll: true })
    for (const path of taps) {
      const target = elementAt(page, path)
      if (target) target.click()
    }
  }

  first.addEventListener('click', (event) => recordTap(event.target as Element))
  first.addEventListener('keydown', (event) => {
    const target = event.target as Element
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.hasAttribute('tabindex')) return
    event.preventDefault()
    recordTap(target)
  })
  // swapping under a pressed pointer would remove its target and lose the tap
  first.addEventListener('pointerdown', () => {
    isPointerDown = true
  })
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => {
      setTimeout(() => {
        isPointerDown = false
        if (isSwapPending) swap()
      }, 100)
    })

  Reflect.set(window, 'replaceFirstPaint', () => {
    Reflect.deleteProperty(window, 'replaceFirstPaint')
    const pictures = (root: Element) =>
      Array.prototype.slice.call(root.querySelectorAll('img')) as HTMLImageElement[]
    const loaded = pictures(first).map(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    // pictures that were visible already are decoded in the new page before the swap
    const ready = pictures(appOf()).filter((picture, at) => loaded[at] && 'decode' in picture)
    const decoded = ready.map((picture) => picture.decode().catch(() => undefined))
    const timeout = new Promise((resolve) => setTimeout(resolve, 500))
    Promise.race([Promise.all(decoded), timeout]).then(() => requestAnimationFrame(swap))
  })
}
