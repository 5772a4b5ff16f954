import { useEffect } from 'react'

/** Shows a count before the title of the browser's tab, "(1) 核桃小店"; none for 0. */
export function useTitleBadge(title: string, count: number, shown: boolean) {
  useEffect(() => {
    if (shown) document.title = count > 0 ? `(${count}) ${title}` : title
  }, [title, count, shown])
}

/** True if the platform draws a title bar with a back button. */
export const hasNativeTitleBar: boolean = false
