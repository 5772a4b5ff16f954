import type { SectionSample } from '../../section-sample'
import type { OriginSettings } from './settings'

export const originSample: SectionSample<OriginSettings> = { settings: { season: '九月' } }
