import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Tabs of the shop's categories; not shown while there are fewer than two. */
export type CategoryTabsSettings = SettingsOf<typeof schema>

export const categoryTabsDefaults: CategoryTabsSettings = { form: 'chips' }

export const placement: SectionPlacement = { loading: 'core', order: 3 }
