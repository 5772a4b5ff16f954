/** A window whose elements come near the screen and leave when a test says so. */
export function standInForScreens() {
  const watched = new Map<Element, IntersectionObserverCallback>()
  class Watcher {
    private element: Element | undefined
    constructor(private readonly tell: IntersectionObserverCallback) {}
    observe(element: Element) {
      this.element = element
      watched.set(element, this.tell)
    }
    disconnect() {
      if (this.element) watched.delete(this.element)
    }
  }
  Reflect.set(globalThis, 'IntersectionObserver', Watcher)
  const say = (element: Element, isIntersecting: boolean, { width = 300, height = 0 } = {}) =>
    watched.get(element)?.(
      [{ isIntersecting, boundingClientRect: { width, height } } as IntersectionObserverEntry],
      undefined as never,
    )
  return {
    watched: () => [...watched.keys()],
    comes: (element: Element) => say(element, true),
    /** It leaves the screen as high as it was. `width` 0: the page it stands in is not laid out. */
    leaves: (element: Element, size: { width?: number; height: number }) => say(element, false, size),
    end: () => Reflect.deleteProperty(globalThis, 'IntersectionObserver'),
  }
}
