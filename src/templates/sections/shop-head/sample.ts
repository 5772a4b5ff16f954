import type { SectionSample } from '../../section-sample'
import type { ShopHeadSettings } from './settings'

export const shopHeadSample: SectionSample<ShopHeadSettings> = { settings: {}, shows: ({ name }) => name }
