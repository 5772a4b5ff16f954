import type { SectionSample } from '../../section-sample'
import type { StorySettings } from './settings'

export const storySample: SectionSample<StorySettings> = { settings: { text: '自家的树' } }
