import { createPersistedStore } from './persisted-store'

interface ShortcutPreference {
  /** True if the person at this computer turned the shortcuts off: keys of one character disturb those who dictate. */
  isOff: boolean
  toggle(): void
}

/** The choice made on this computer; persisted. */
export const useShortcutPreference = createPersistedStore<
  ShortcutPreference,
  Pick<ShortcutPreference, 'isOff'>
>((set) => ({ isOff: false, toggle: () => set(({ isOff }) => ({ isOff: !isOff })) }), {
  name: 'shortcuts',
  partialize: ({ isOff }) => ({ isOff }),
})
