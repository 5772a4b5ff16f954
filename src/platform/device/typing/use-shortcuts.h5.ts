import { useEffect, useRef } from 'react'
import { usePageVisibility } from '../../lifecycle/use-page-visibility'
import type { Shortcuts } from '../device-types'
import { useHasShortcuts } from './use-has-shortcuts'

/** Elements in which keys keep their own meaning. */
const TAKES_KEYS = 'input, textarea, select, [contenteditable]'

const isDialogOpen = () =>
  [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.getClientRects().length > 0)

const isTyped = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest(TAKES_KEYS) !== null

/**
 * Runs the action of a pressed key while the page is shown in a window that has shortcuts. Keys in fields and dialogs,
 * held keys, and keys with Ctrl, Alt or Meta keep their own meaning.
 */
export function useShortcuts(shortcuts: Shortcuts, isOn = true): void {
  const hasShortcuts = useHasShortcuts()
  const isVisible = usePageVisibility()
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const isListening = hasShortcuts && isOn && isVisible
  useEffect(() => {
    if (!isListening) return
    const handle = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return
      if (event.defaultPrevented || isTyped(event) || isDialogOpen()) return
      const run = latest.current[event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [isListening])
}
