import type { SectionSample } from '../../section-sample'
import type { ShowcaseSettings } from './settings'

export const showcaseSample: SectionSample<ShowcaseSettings> = { settings: {} }
