import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** The shop's notice: `edge` overlaps the lower edge of the head above it, `strip` stands alone. */
export type NoticeBarSettings = SettingsOf<typeof schema>

export const noticeBarDefaults: NoticeBarSettings = { form: 'strip' }

export const placement: SectionPlacement = { loading: 'core', order: 2 }
