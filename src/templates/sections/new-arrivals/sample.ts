import type { SectionSample } from '../../section-sample'
import type { NewArrivalsSettings } from './settings'

export const newArrivalsSample: SectionSample<NewArrivalsSettings> = { settings: {} }
