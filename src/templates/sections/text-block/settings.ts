import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const textForms = ['plain', 'line', 'box'] as const

/** A heading, a text, and the form of the block; with neither it is a dividing line. */
export type TextBlockSettings = SettingsOf<typeof schema>

export const MAX_TEXT_LENGTH = 400

export const textBlockDefaults: TextBlockSettings = { title: '', text: '', form: 'line' }

export const placement: SectionPlacement = { loading: 'lazy' }
