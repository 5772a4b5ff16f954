import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** The hours for visits and calls. An empty title shows the section's default title. */
export type OpeningHoursSettings = SettingsOf<typeof schema>

export const openingHoursDefaults: OpeningHoursSettings = { title: '', hours: '', rest: '' }

export const placement: SectionPlacement = { loading: 'lazy' }
