import { useEffect, useRef } from 'react'
import { openSheet } from '../navigation/sheet-history'

const FOCUSABLE = '[tabindex="0"], input, textarea, button, a[href]'

/** Props of a dialog's body: traps the focus, closes on Escape and on the browser's back button, and restores the focus. */
export function useDialog(label: string, onClose: () => void): Record<string, unknown> {
  const body = useRef<HTMLElement | null>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const element = body.current
    const previousFocus = document.activeElement as HTMLElement | null
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return
      // a nested sheet handles its own keys
      event.stopPropagation()
      if (event.key === 'Escape') close.current()
      else trapFocus(event, element)
    }
    const unregister = openSheet(() => close.current())
    element?.focus()
    // a native listener, because Taro's fields stop React's key events
    element?.addEventListener('keydown', onKey)
    return () => {
      element?.removeEventListener('keydown', onKey)
      unregister()
      previousFocus?.focus?.()
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

function trapFocus(event: KeyboardEvent, body: HTMLElement | null) {
  const focusable = [...(body?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const [first, last] = [focusable[0], focusable[focusable.length - 1]]
  const { activeElement } = document
  const atEdge = activeElement === (event.shiftKey ? first : last)
  // initially the dialog itself has the focus, and Shift+Tab would leave it
  if (!atEdge && !(event.shiftKey && activeElement === body)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
