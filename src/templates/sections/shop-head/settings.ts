import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const headForms = ['band', 'card', 'sign', 'photo'] as const
export const headPatterns = ['none', 'grain', 'leaves', 'cloth', 'check'] as const

/**
 * The form in which a shop introduces itself: a full-width band in its colour, a card on its ground, a framed
 * signboard, or a large photo with its name below.
 */
export type ShopHeadSettings = SettingsOf<typeof schema>

export const shopHeadDefaults: ShopHeadSettings = { form: 'band', pattern: 'none' }

export const placement: SectionPlacement = { loading: 'core', order: 1 }
