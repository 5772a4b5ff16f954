import type { Shortcuts } from '../device-types'

/** A mini-program receives no keys. */
export function useShortcuts(_shortcuts: Shortcuts, _isOn?: boolean): void {}
