import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const storyForms = ['letter', 'page'] as const

/** A text, photos and a spoken greeting about the people and their work. An empty title shows the section's default title. */
export type StorySettings = SettingsOf<typeof schema>

export const MAX_STORY_LENGTH = 600
export const STORY_PHOTOS = 4

export const storyDefaults: StorySettings = { title: '', text: '', photos: [], voice: null, form: 'letter' }

export const placement: SectionPlacement = { loading: 'lazy' }
