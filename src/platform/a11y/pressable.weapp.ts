import type { Pressable } from './a11y-types'

/** WeChat supports `aria-role` and `aria-label`, and handles taps itself. */
export const pressable: Pressable = (label, onPress, options = {}) => ({
  ariaRole: options.role ?? 'button',
  ...(label === null ? {} : { ariaLabel: label }),
  onClick: () => {
    if (!options.disabled) onPress()
  },
})
