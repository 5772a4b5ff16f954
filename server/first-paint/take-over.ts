/**
 * Runs in the page, before anything else of ours: the server's screen (`#first-paint`) lies over the empty `#app` until
 * Taro's page is there with the same content, and then makes room in one step, with its scroll offset and focus. What was
 * tapped meanwhile is done then, in order, once each. It is sent as text, so it uses nothing from outside, and only what
 * browsers of 2017 know.
 */
export function takeOver(): void {
  const first = document.getElementById('first-paint')
  if (!first) return
  // it comes after this script
  const appOf = () => document.getElementById('app') as HTMLElement
  const taps: number[][] = []
  let held = false
  let due = false

  /** Where an element stands, as indices from the page down: the same in both pages. */
  const placeOf = (element: Element) => {
    const place: number[] = []
    for (let at: Element | null = element; at && at !== first; at = at.parentElement)
      place.unshift(Array.prototype.indexOf.call((at.parentElement as Element).children, at))
    return place
  }
  const elementAt = (page: Element, place: number[]) => {
    let at: Element | undefined = page
    for (const index of place) at = at ? at.children[index] : undefined
    return at as HTMLElement | undefined
  }
  const tapped = (element: Element) => {
    taps.push(placeOf(element))
    const target = element.closest('[tabindex]') as HTMLElement | null
    if (target) target.style.opacity = '.5'
  }
  const swap = () => {
    const page = document.querySelector('.taro_page_stationed')
    if (!page) return void requestAnimationFrame(swap)
    due = held
    if (held) return
    const active = document.activeElement
    const focused = active && active !== first && first.contains(active) ? placeOf(active) : null
    appOf().removeAttribute('style')
    page.scrollTop = first.scrollTop
    first.remove()
    const again = focused && elementAt(page, focused)
    if (again) again.focus({ preventScroll: true })
    for (const place of taps) {
      const target = elementAt(page, place)
      if (target) target.click()
    }
  }

  first.addEventListener('click', (event) => tapped(event.target as Element))
  first.addEventListener('keydown', (event) => {
    const target = event.target as Element
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.hasAttribute('tabindex')) return
    event.preventDefault()
    tapped(target)
  })
  // a finger that is down would lift from an element that is gone, and its tap be lost
  first.addEventListener('pointerdown', () => {
    held = true
  })
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => {
      setTimeout(() => {
        held = false
        if (due) swap()
      }, 100)
    })

  Reflect.set(window, 'takeOverFirstPaint', () => {
    Reflect.deleteProperty(window, 'takeOverFirstPaint')
    const pictures = (root: Element) =>
      Array.prototype.slice.call(root.querySelectorAll('img')) as HTMLImageElement[]
    const seen = pictures(first).map(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    // a picture that was to be seen already is ready in its new place, too
    const ready = pictures(appOf()).filter((picture, at) => seen[at] && 'decode' in picture)
    const decoded = ready.map((picture) => picture.decode().catch(() => undefined))
    const late = new Promise((resolve) => setTimeout(resolve, 500))
    Promise.race([Promise.all(decoded), late]).then(() => requestAnimationFrame(swap))
  })
}
