import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Contact details of the shop. An empty title shows the section's default title. */
export type ContactSettings = SettingsOf<typeof schema>

export const contactDefaults: ContactSettings = { title: '', wechat: '' }

export const placement: SectionPlacement = { loading: 'core', order: 8 }
