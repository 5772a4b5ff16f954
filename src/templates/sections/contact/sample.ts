import type { SectionSample } from '../../section-sample'
import type { ContactSettings } from './settings'

export const contactSample: SectionSample<ContactSettings> = { settings: {} }
