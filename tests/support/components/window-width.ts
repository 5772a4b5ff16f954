/** Gives jsdom's window, which has no layout, a width that media queries of the form `(min-width: N px)` see. */
export function setWindowWidth(width: number) {
  window.matchMedia = (query: string) => {
    const least = Number(/\(min-width: (\d+)px\)/.exec(query)?.[1] ?? Number.NaN)
    return {
      media: query,
      matches: width >= least,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    } as unknown as MediaQueryList
  }
}
