import { useLayoutEffect, useRef } from 'react'

/** Leads the focus to the part with this id. */
export const focusElement = (id: string): void => document.getElementById(id)?.focus()

/** Props of a title that takes the focus when it comes in the place of what had it, as a next question does. */
export function useAutofocusHeading(): Record<string, unknown> {
  const title = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (activeElement === body || !activeElement?.isConnected) title.current?.focus({ preventScroll: true })
  }, [])
  return {
    ref: (element: HTMLElement | null) => {
      title.current = element
    },
    tabIndex: -1,
  }
}
