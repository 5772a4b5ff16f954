import type { Heading } from './heading-level'

export const heading: Heading = (level) => ({ role: 'heading', 'aria-level': level })
