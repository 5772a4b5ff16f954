import type { Heading } from './heading-level'

/** WeChat has no headings to tell a reader of. */
export const heading: Heading = () => ({})
