import { useEffect } from 'react'

/** Puts a count before the title of the browser's tab: "(1) 核桃小店"; 0 takes it away. */
export function useTitleBadge(title: string, count: number, shown: boolean) {
  useEffect(() => {
    if (shown) document.title = count > 0 ? `(${count}) ${title}` : title
  }, [title, count, shown])
}

/** Whether the platform itself draws a bar with the title and the way back. */
export const hasNativeTitleBar: boolean = false
