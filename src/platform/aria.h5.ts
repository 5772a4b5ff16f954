/** Props that only H5 has a reader for: `aria({ role: 'status' })` on a View. */
export const aria = (props: Record<string, string | number | boolean | undefined>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [key === 'role' ? key : `aria-${key}`, value]),
  )
