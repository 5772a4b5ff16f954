/** What an Image needs besides its source: its words, and loading when it comes near, by the browser itself. */
export const imageProps = (alt: string, lazy: boolean): Record<string, unknown> => ({
  imgProps: { alt, decoding: 'async', ...(lazy ? { loading: 'lazy' } : {}) },
})
