const PHOTO = /\bsrc="[^"]*(\/photos\/[0-9a-f]{32}-\d+\.webp)"/g

/** The photos of a rendered screen, as the server's paths, in the order they are seen; each once. */
export const picturesOf = (html: string): string[] => [
  ...new Set([...html.matchAll(PHOTO)].map(([, path]) => path ?? '')),
]
