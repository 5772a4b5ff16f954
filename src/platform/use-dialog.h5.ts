import { type KeyboardEvent, useEffect, useRef } from 'react'

const FOCUSABLE = '[tabindex="0"], input, textarea, button, a[href]'

/** Props of a dialog's body: it takes the focus, keeps Tab inside, closes on Escape and gives the focus back. */
export function useDialog(label: string, onClose: () => void): Record<string, unknown> {
  const body = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    body.current?.focus()
    return () => before?.focus?.()
  }, [])
  return {
    ref: (element: HTMLElement | null) => {
      body.current = element
    },
    role: 'dialog',
    'aria-modal': true,
    'aria-label': label,
    tabIndex: -1,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
      if (event.key === 'Tab') keepInside(event, body.current)
    },
  }
}

function keepInside(event: KeyboardEvent, body: HTMLElement | null) {
  const stops = [...(body?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const edge = event.shiftKey ? first : last
  if (document.activeElement !== edge) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
