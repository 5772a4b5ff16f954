import { useEffect, useRef } from 'react'
import { focusElement } from '@/platform/a11y/focus'
import { scrollToElement } from '@/platform/navigation/scroll'

export interface NextPart {
  /** The id of what takes the focus. */
  focus: string
  /** The id of what comes before people's eyes, where it may be far away. */
  show?: string
}

/** Leads on from a sheet that has closed: to where it was opened from, unless another part of the page is told. */
export function useNextPart(sheetOpen: boolean): (next: NextPart) => void {
  const next = useRef<NextPart | null>(null)
  useEffect(() => {
    const part = next.current
    if (sheetOpen || !part) return
    next.current = null
    focusElement(part.focus)
    if (part.show) scrollToElement(part.show)
  }, [sheetOpen])
  return (part) => {
    next.current = part
  }
}
