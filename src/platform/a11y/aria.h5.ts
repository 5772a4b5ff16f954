import type { Heading } from './a11y-types'

/** Props that only H5 has a reader for: `aria({ role: 'status' })` on a View. An `id` is what `describedby` names. */
export const aria = (props: Record<string, string | number | boolean | undefined>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key === 'role' || key === 'id' ? key : `aria-${key}`,
      value,
    ]),
  )

export const heading: Heading = (level) => ({ role: 'heading', 'aria-level': level })
