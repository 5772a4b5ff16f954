/** Installs a fake IntersectionObserver whose elements enter and leave the screen on call. */
export function mockIntersectionObserver() {
  const observed = new Map<Element, IntersectionObserverCallback>()
  class FakeObserver {
    private element: Element | undefined
    constructor(private readonly tell: IntersectionObserverCallback) {}
    observe(element: Element) {
      this.element = element
      observed.set(element, this.tell)
    }
    disconnect() {
      if (this.element) observed.delete(this.element)
    }
  }
  Reflect.set(globalThis, 'IntersectionObserver', FakeObserver)
  const notify = (element: Element, isIntersecting: boolean, { width = 300, height = 0 } = {}) =>
    observed.get(element)?.(
      [{ isIntersecting, boundingClientRect: { width, height } } as IntersectionObserverEntry],
      undefined as never,
    )
  return {
    observed: () => [...observed.keys()],
    enter: (element: Element) => notify(element, true),
    /** Reports that the element left the screen. A width of 0 means that its page has no layout. */
    leave: (element: Element, size: { width?: number; height: number }) => notify(element, false, size),
    restore: () => Reflect.deleteProperty(globalThis, 'IntersectionObserver'),
  }
}
