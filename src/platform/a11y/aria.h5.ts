import type { Heading } from './a11y-types'

/** ARIA props for a View: `aria({ role: 'status' })`. `id` sets the element id that `describedby` refers to. */
export const aria = (props: Record<string, string | number | boolean | undefined>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key === 'role' || key === 'id' ? key : `aria-${key}`,
      value,
    ]),
  )

export const heading: Heading = (level) => ({ role: 'heading', 'aria-level': level })
