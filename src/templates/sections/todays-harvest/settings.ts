import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Harvested products, their day and remaining stock. An empty title shows the section's default title. */
export type TodaysHarvestSettings = SettingsOf<typeof schema>

export const todaysHarvestDefaults: TodaysHarvestSettings = { title: '', day: '', category: '', most: 3 }

export const placement: SectionPlacement = { loading: 'lazy', order: 12 }
