import type { SectionSample } from '../../section-sample'
import type { ProductListSettings } from './settings'

export const productListSample: SectionSample<ProductListSettings> = { settings: {} }
