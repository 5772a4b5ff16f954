import type { SectionSample } from '../../section-sample'
import type { PriceBoardSettings } from './settings'

export const priceBoardSample: SectionSample<PriceBoardSettings> = { settings: {} }
