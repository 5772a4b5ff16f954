import type { SectionSample } from '../../section-sample'
import type { RoomsSettings } from './settings'

export const roomsSample: SectionSample<RoomsSettings> = { settings: {} }
