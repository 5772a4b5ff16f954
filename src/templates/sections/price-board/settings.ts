import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const boardForms = ['board', 'slips'] as const

/** Products with large prices and no pictures: a market stall's board, or slips side by side. */
export type PriceBoardSettings = SettingsOf<typeof schema>

export const priceBoardDefaults: PriceBoardSettings = { title: '', form: 'board', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy', order: 10 }
