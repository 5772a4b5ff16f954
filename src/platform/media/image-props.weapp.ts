/** In a mini-program the wrapper carries the words; the image only says whether it may wait. */
export const imageProps = (_alt: string, lazy: boolean): Record<string, unknown> =>
  lazy ? { lazyLoad: true } : {}
