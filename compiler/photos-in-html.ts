const PHOTO = /\bsrc="[^"]*(\/photos\/[0-9a-f]{32}-\d+\.webp)"/g

/** Server paths of the photos in rendered HTML, in order of appearance, without duplicates. */
export const photosInHtml = (html: string): string[] => [
  ...new Set([...html.matchAll(PHOTO)].map(([, path]) => path ?? '')),
]
