/** Props of an Image besides its source: the alternative text and native lazy loading. */
export const imageProps = (alt: string, lazy: boolean): Record<string, unknown> => ({
  imgProps: { alt, decoding: 'async', ...(lazy ? { loading: 'lazy' } : {}) },
})
