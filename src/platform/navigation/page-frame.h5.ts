import { type CSSProperties, Fragment, useEffect } from 'react'

/** On H5 the browser's history closes a page's sheets (`sheet-history`). */
export const PageSheets = Fragment

/** Shows a count before the title of the browser's tab, "(1) 核桃小店"; none for 0. */
export function useTitleBadge(title: string, count: number, shown: boolean) {
  useEffect(() => {
    if (shown) document.title = count > 0 ? `(${count}) ${title}` : title
  }, [title, count, shown])
}

/** True if the platform draws a title bar with a back button. */
export const hasNativeTitleBar: boolean = false

/** The text scale style of a page's root: none on H5, where `index.html` sets `--fs` on the document. */
export const textSizeStyle = (): CSSProperties => ({})
