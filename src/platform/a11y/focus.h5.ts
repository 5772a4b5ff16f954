import { useLayoutEffect, useRef } from 'react'

/** Focuses the element with this id. */
export const focusElement = (id: string): void => document.getElementById(id)?.focus()

/** Props of a heading that takes the focus on mount if the focused element was removed, as in the next wizard question. */
export function useAutofocusHeading(): Record<string, unknown> {
  const headingRef = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (activeElement === body || !activeElement?.isConnected)
      headingRef.current?.focus({ preventScroll: true })
  }, [])
  return {
    ref: (element: HTMLElement | null) => {
      headingRef.current = element
    },
    tabIndex: -1,
  }
}
