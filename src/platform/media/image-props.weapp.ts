/** Props of an Image besides its source: lazy loading. The wrapper element has the label. */
export const imageProps = (_alt: string, lazy: boolean): Record<string, unknown> =>
  lazy ? { lazyLoad: true } : {}
