import type { SectionSample } from '../../section-sample'
import type { LicenceSettings } from './settings'

export const licenceSample: SectionSample<LicenceSettings> = { settings: { basis: 'produce' } }
