import type { SectionSample } from '../../section-sample'
import type { ShelfSettings } from './settings'

export const shelfSample: SectionSample<ShelfSettings> = { settings: {} }
