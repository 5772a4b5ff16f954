import type { SectionPlacement } from '../../section-placement'

/** The hours for visits and calls. An empty title shows the section's default title. */
export type OpeningHoursSettings = {
  title: string
  /** "早上 8 点到晚上 8 点" */
  hours: string
  /** "周一歇" */
  rest: string
}

export const openingHoursDefaults: OpeningHoursSettings = { title: '', hours: '', rest: '' }

export const placement: SectionPlacement = { loading: 'lazy' }
