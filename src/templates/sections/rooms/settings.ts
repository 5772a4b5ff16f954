import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const roomForms = ['rooms', 'menu'] as const

/**
 * Products by category: rooms with a large picture each, or a menu with prices at the end of dotted lines, whose first `best`
 * dishes have a photo. */
export type RoomsSettings = SettingsOf<typeof schema>

export const roomsDefaults: RoomsSettings = { title: '', form: 'rooms', best: 0, soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
