import type { SectionPlacement } from '../../section-placement'

/** Harvested products, their day and remaining stock. An empty title shows the section's default title. */
export type TodaysHarvestSettings = {
  title: string
  /** `YYYY-MM-DD`, or empty. */
  day: string
  category: string
  most: number
}

export const todaysHarvestDefaults: TodaysHarvestSettings = { title: '', day: '', category: '', most: 3 }

export const placement: SectionPlacement = { loading: 'lazy', order: 12 }
