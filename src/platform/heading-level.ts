/** Props to spread on a View or Text that is a heading. */
export type Heading = (level: 1 | 2 | 3) => Record<string, unknown>
