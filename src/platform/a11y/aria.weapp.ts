import type { Heading, Pressable } from './a11y-types'

/** WeChat supports only the label. */
export const aria = (
  props: Record<string, string | number | boolean | undefined>,
): Record<string, unknown> => (props.label === undefined ? {} : { ariaLabel: props.label })

/** WeChat has no heading semantics. */
export const heading: Heading = () => ({})

/** WeChat supports `aria-role` and `aria-label`, and handles taps itself. */
export const pressable: Pressable = (label, onPress, options = {}) => ({
  ariaRole: options.role ?? 'button',
  ...(label === null ? {} : { ariaLabel: label }),
  onClick: () => {
    if (!options.disabled) onPress()
  },
})
