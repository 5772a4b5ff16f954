import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** The origin and season of the products. An empty `village` means the shop's place. */
export type OriginSettings = SettingsOf<typeof schema>

export const MAX_ORIGIN_LENGTH = 160

export const originDefaults: OriginSettings = { title: '', village: '', season: '', words: '', photos: [] }

export const placement: SectionPlacement = { loading: 'lazy' }
