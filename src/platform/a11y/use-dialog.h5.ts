import { useEffect, useRef } from 'react'
import { openSheet } from '../navigation/sheet-history'

const FOCUSABLE = '[tabindex="0"], input, textarea, button, a[href]'

/** Props of a dialog's body: it takes the focus, keeps Tab inside, closes on Escape and on the browser's back button, and gives the focus back. */
export function useDialog(label: string, onClose: () => void): Record<string, unknown> {
  const body = useRef<HTMLElement | null>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const element = body.current
    const before = document.activeElement as HTMLElement | null
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return
      // a sheet that was opened from this one answers for itself
      event.stopPropagation()
      if (event.key === 'Escape') close.current()
      else keepInside(event, element)
    }
    const closed = openSheet(() => close.current())
    element?.focus()
    // natively: Taro's fields keep their keys from React
    element?.addEventListener('keydown', onKey)
    return () => {
      element?.removeEventListener('keydown', onKey)
      closed()
      before?.focus?.()
    }
  }, [])
  return {
    ref: (element: HTMLElement | null) => {
      body.current = element
    },
    role: 'dialog',
    'aria-modal': true,
    'aria-label': label,
    tabIndex: -1,
  }
}

function keepInside(event: KeyboardEvent, body: HTMLElement | null) {
  const stops = [...(body?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const { activeElement } = document
  const atEdge = activeElement === (event.shiftKey ? first : last)
  // the dialog itself has the focus as it opens: what lies before its first stop is outside
  if (!atEdge && !(event.shiftKey && activeElement === body)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
