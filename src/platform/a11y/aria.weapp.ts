import type { Heading } from './a11y-types'

/** Nothing is sent to WeChat's renderer but what it reads aloud. */
export const aria = (
  props: Record<string, string | number | boolean | undefined>,
): Record<string, unknown> => (props.label === undefined ? {} : { ariaLabel: props.label })

/** WeChat has no headings to tell a reader of. */
export const heading: Heading = () => ({})
