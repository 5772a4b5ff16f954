import type { CSSProperties } from 'react'

/** The text scale style of a page's root: none on H5, where `index.html` sets `--fs` on the document. */
export const textSizeStyle = (): CSSProperties => ({})
