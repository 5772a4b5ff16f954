import { useEffect, useRef } from 'react'
import { focusElement } from '@/platform/a11y/focus'
import { scrollToElement } from '@/platform/navigation/scroll'

export interface FocusTarget {
  /** The id of the element that takes the focus. */
  focus: string
  /** The id of an element to scroll into view, if it may be off screen. */
  scrollTo?: string
}

/** Returns a function that sets the element to focus once the open sheet has closed, instead of the one that opened it. */
export function useFocusAfterSheet(sheetOpen: boolean): (next: FocusTarget) => void {
  const next = useRef<FocusTarget | null>(null)
  useEffect(() => {
    const target = next.current
    if (sheetOpen || !target) return
    next.current = null
    focusElement(target.focus)
    if (target.scrollTo) scrollToElement(target.scrollTo)
  }, [sheetOpen])
  return (target) => {
    next.current = target
  }
}
