import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** The newest products, each under the day it was added. An empty title shows the section's default title. */
export type NewArrivalsSettings = SettingsOf<typeof schema>

export const newArrivalsDefaults: NewArrivalsSettings = { title: '', most: 3 }

export const placement: SectionPlacement = { loading: 'lazy', order: 9 }
