import { useShortcutPreference } from '../../storage/shortcut-preference'
import { useWideWindow } from '../use-wide-window'

/** True in a wide window, unless the person at this computer turned the shortcuts off. */
export function useHasShortcuts(): boolean {
  const isWide = useWideWindow()
  const isOff = useShortcutPreference((preference) => preference.isOff)
  return isWide && !isOff
}
