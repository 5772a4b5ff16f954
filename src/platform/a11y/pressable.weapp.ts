import type { Pressable } from './a11y-types'

/** WeChat reads `aria-role` and `aria-label` aloud; taps are its own. */
export const pressable: Pressable = (label, onPress, options = {}) => ({
  ariaRole: options.role ?? 'button',
  ...(label === null ? {} : { ariaLabel: label }),
  onClick: () => {
    if (!options.disabled) onPress()
  },
})
