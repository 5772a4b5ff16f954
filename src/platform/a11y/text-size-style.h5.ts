import type { CSSProperties } from 'react'

/** Style of a page's root for people's own size of type: none, as `index.html` has set it on the document's root. */
export const textSizeStyle = (): CSSProperties => ({})
