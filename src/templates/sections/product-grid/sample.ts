import type { SectionSample } from '../../section-sample'
import type { ProductGridSettings } from './settings'

export const productGridSample: SectionSample<ProductGridSettings> = { settings: {} }
