import type { Heading } from './a11y-types'

/** WeChat supports only the label. */
export const aria = (
  props: Record<string, string | number | boolean | undefined>,
): Record<string, unknown> => (props.label === undefined ? {} : { ariaLabel: props.label })

/** WeChat has no heading semantics. */
export const heading: Heading = () => ({})
