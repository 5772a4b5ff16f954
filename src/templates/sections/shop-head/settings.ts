import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const headForms = [
  ...(['band', 'card', 'sign', 'photo'] as const),
  ...(['banner', 'menu', 'almanac', 'sentence', 'stall', 'room'] as const),
] as const
export type HeadForm = (typeof headForms)[number]
export const headPatterns = ['none', 'grain', 'leaves', 'cloth', 'check'] as const

/**
 * The form in which a shop introduces itself: a full-width band in its colour, a card on its ground, a framed
 * signboard, a large photo with its name below; or on a photo, below photos like a menu, in the columns of an almanac,
 * with a sentence, under an awning, or on a card over the photo of a room. An app that does not know a form draws
 * picture, name and place without a ground.
 */
export type ShopHeadSettings = SettingsOf<typeof schema>

export const shopHeadDefaults: ShopHeadSettings = { form: 'band', pattern: 'none' }

export const placement: SectionPlacement = { loading: 'core', order: 1 }
